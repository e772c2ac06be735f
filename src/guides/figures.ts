import { blank, withoutQuotes } from './quoted.ts';

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';

/**
 * What may stand in prose with a digit although it is no figure. Everything else is a claim and belongs in a fact. Add a line here
 * only for a kind of name that no source has to prove.
 */
export const allowedDigits: readonly { what: string; pattern: RegExp }[] = [
  { what: 'public phone lines', pattern: /\b(911|988|838255|88788|1-8\d\d-\d{3}-\d{4})\b/g },
  { what: 'keys to press on those lines', pattern: /\b(press|oprima) \d\b/gi },
  { what: 'days in English', pattern: new RegExp(`\\b(${months}) \\d{1,2}, \\d{4}\\b`, 'g') },
  { what: 'days in Spanish', pattern: /\b\d{1,2} de \p{L}+ de \d{4}\b/gu },
  { what: 'counts of a list on the page', pattern: /\b\d{1,2} (questions|things|steps|signs|reasons|ways)\b/gi },
  { what: 'the same in Spanish', pattern: /\b\d{1,2} (preguntas|cosas|pasos|señales|razones|formas)\b/gi },
  { what: 'the age of consent', pattern: /\bunder 18\b|\bmenor(es)? de 18( años)?\b|\bmenos de 18 años\b/gi },
  { what: 'names of groups', pattern: /\b12[- ]step\b|\b12 pasos\b/gi },
  {
    what: 'laws and forms by their name',
    pattern: /\b\d+ CFR,? Parte? \d+\b|\bPart 2\b|\bParte 2\b|\bWH-38\d\b|\bW-2\b/g,
  },
];

const numbersInWords = {
  en: 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred',
  es: 'dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|cuarenta|cincuenta|sesenta|noventa|cien',
};
const units = {
  en: 'minutes?|hours?|days?|nights?|weeks?|months?|years?|sessions?|employees|workers|dollars|percent|miles|milligrams',
  es: 'minutos?|horas?|días?|noches?|semanas?|mes(?:es)?|años?|sesiones|empleados|trabajadores|dólares|por ciento|millas|miligramos',
};

/** "twelve weeks", "a three-month stay", "doce semanas", "one in five", "dos de cada tres": claims, too, though without a digit. */
const figureInWords = [
  `(?:${numbersInWords.en})(?: to (?:${numbersInWords.en})| or (?:${numbersInWords.en}))?[ -](?:${units.en})`,
  `(?:one|${numbersInWords.en}) (?:in|out of) (?:${numbersInWords.en})`,
  `(?:${numbersInWords.es})(?: [ao] (?:${numbersInWords.es}))? (?:${units.es})`,
  `(?:una?|${numbersInWords.es}) de cada (?:${numbersInWords.es})`,
].join('|');

/** A number as a writer types it, with what it is attached to: "9", "9–19", "$1,500", "46%". */
const figure = /[$€]?\d[\d.,]*\d%?|[$€]?\d%?/g;
const inWords = new RegExp(`(?<!\\p{L})(?:${figureInWords.replaceAll(' ', '\\s+')})(?!\\p{L})`, 'giu');

/** What a figure in words has at least. */
const numberInWords = new RegExp(`(?<!\\p{L})(?:${numbersInWords.en}|${numbersInWords.es})(?!\\p{L})`, 'iu');

/** A question to ask claims nothing, however long it takes: "Can I see the plan for the next two weeks?" */
const question = /[^.!?]*\?/g;

/** A figure typed into a text, and how many lines below the text's first line it stands. */
export interface TypedFigure {
  figure: string;
  linesDown: number;
}

/**
 * The figures in a text that no line of the allow-list covers, in digits or in words. Placeholders `{fact:…}` are facts, not figures;
 * words in quotation marks are a speaker's own.
 */
export function figuresTypedInto(text: string): TypedFigure[] {
  if (!/\d/.test(text) && !numberInWords.test(text)) return [];
  const rest = allowedDigits.reduce(
    (left, { pattern }) => left.replace(pattern, blank),
    text.replace(/\{fact:[^{}]*\}/g, blank),
  );
  const claims = withoutQuotes(rest).replace(question, blank);
  return [...rest.matchAll(figure), ...claims.matchAll(inWords)]
    .sort((a, b) => a.index - b.index)
    .map((match) => ({
      figure: match[0].replace(/\s+/g, ' '),
      linesDown: rest.slice(0, match.index).split('\n').length - 1,
    }));
}
