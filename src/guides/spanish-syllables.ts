const strong = 'aeoáéó';
/** With an accent, a weak vowel stands alone: "dí-a", "pa-ís", "ba-úl". */
const accentedWeak = 'íú';
const vowels = `${strong}${accentedWeak}iuü`;

const isVowel = (letter: string | undefined): boolean => letter !== undefined && vowels.includes(letter);
const standsAlone = (letter: string): boolean => strong.includes(letter) || accentedWeak.includes(letter);

/** Letters that are written and not heard as a syllable: the u of "que", "gui"; and y read as the vowel that it is at a word's end. */
function heard(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFC')
    .replace(/qu|gu(?=[eiéí])/g, 'g')
    .replace(/y(?![aeiouáéíóúü])/g, 'i')
    .replace(/h/g, '');
}

/** Whether two vowels side by side make two syllables: both strong ("le-er", "ca-os"), or one of them a weak one with an accent ("dí-a"). */
function isHiatus(before: string, after: string): boolean {
  if (standsAlone(before) && standsAlone(after)) return true;
  return before === after;
}

/**
 * Syllables of a Spanish word, by the rules of its spelling: one for each group of vowels, diphthongs and triphthongs kept together,
 * hiatus split. A silent h splits nothing ("prohi-bir"). At least 1, so that a number counts as one.
 */
export function spanishSyllables(word: string): number {
  const letters = [...heard(word)];
  let count = 0;
  letters.forEach((letter, place) => {
    if (!isVowel(letter)) return;
    const before = letters[place - 1];
    const isNew = before === undefined || !isVowel(before) || isHiatus(before, letter);
    if (isNew) count += 1;
  });
  return Math.max(1, count);
}
