import type { Avoided, Language } from './avoid.ts';

const fail = (words: string, instead: string): Avoided => ({ words, instead, level: 'fail' });
const warn = (words: string, instead: string): Avoided => ({ words, instead, level: 'warn' });
/** Sales talk and promises. A guide may quote them as a warning. */
const promise = (words: string, instead: string): Avoided => ({ words, instead, level: 'fail', mayBeQuoted: true });

const personFirst = 'Write "person with a substance use disorder" or "person in recovery".';
const unproven = 'Nothing proves this claim. Say exactly what happens instead.';

/** English words to avoid, in the order of the table in the writing rules. */
const avoided: readonly Avoided[] = [
  fail('(?:(?:recovering|recovered|former|drug|ex-?) ?)?addicts?', personFirst),
  warn('(?:is|are|was|were|be|been|get|gets|got|become|became) addicted', 'Write "has a substance use disorder".'),
  fail('alcoholics?(?! (?:beverages?|drinks?|hepatitis|liver))', 'Write "person with alcohol use disorder".'),
  fail('alcoholism', 'Write "alcohol use disorder".'),
  fail('junkies?|drunks|(?:a|the) drunk(?! driv)|(?:drug|substance|alcohol) (?:ab)?users?|abusers?', personFirst),
  fail('(?:substance|drug|alcohol|opioid) abuse(?: disorders?)?', 'Write "substance use" or "substance use disorder".'),
  fail(
    'abus(?:e|es|ed|ing) (?:of )?(?:alcohol|drugs?|substances?|opioids?)',
    'Write "use"; "misuse" only for medicines.',
  ),
  fail(
    '(?:drug|alcohol|substance|chemical) dependen(?:ce|cy)',
    'Write "substance use disorder"; "physical dependence" only for the body.',
  ),
  fail(
    '(?:suffer|struggl|battl)(?:s|e|es|ed|ing)? (?:from|with|against)|(?:fall|falls|fell|falling) victim|victims?',
    'Write "has" or "lives with".',
  ),
  fail(
    '(?:stay|stays|stayed|staying|get|gets|got|getting|keep|keeping|be|being|been|am|is|are) (?:clean|dirty)',
    'Write "is not using" or "is in remission".',
  ),
  fail(
    '(?:clean|dirty) (?:and sober|tests?|urines?|samples?|screens?|results?)|(?:tests?|tested|urines?|samples?|screens?) (?:came back |comes back |is |was )?(?:clean|dirty)',
    'Write "tests negative" or "tests positive".',
  ),
  fail('the next high|bonds? of addiction', 'Say what happens, or cut it.'),
  fail('rock bottom|break(?:s|ing)? the cycle|(?:take|takes|took|taking) hold', 'Say what happens, or cut it.'),
  fail(
    '(?:strong|severe|serious) addictions?|drug habits?',
    'Write "severe substance use disorder", only where a clinician rated it.',
  ),
  fail('(?:fall|falls|fell|fallen|falling) off the wagon', 'Write "return to use" or "slip".'),
  warn('(?<!called )(?<!\\()relaps(?:e|es|ed|ing)', 'Write "return to use" or "slip"; once: "also called relapse".'),
  fail('drugs? of choice', 'Write "the substance" or name it.'),
  fail('illegal substance addictions?', 'Write "drug use".'),
  fail('(?:opioid|drug) (?:replacement|substitution)', 'Write "medication for opioid use disorder".'),
  warn('medication[- ]assisted(?: treatment)?', 'Write "medication for opioid (or alcohol) use disorder".'),
  warn('sober life|sobriety', 'Write "recovery"; "not drinking or using" where that is meant.'),
  {
    words: 'detox(?:es|ed|ing|ification)?',
    instead: 'At first use write "withdrawal care (detox)".',
    level: 'warn',
    firstAs: 'withdrawal (?:care|treatment|management)[^.]{0,30}\\(detox',
  },
  { words: 'rehabs?', instead: 'Write "treatment".', level: 'warn', perPage: 2 },
  warn('patients?|clients?', 'For the reader write "you"; for others "people in the program".'),
  fail('loved ones?', 'Write "someone you care about".'),
  fail('(?:real|traditional|normal) world|normalcy', 'Write "work", "home" or "daily life".'),
  promise(
    "not to worry|it[’']s easy|best of both worlds|rest easy|the right choice",
    'Write the fact, with its limit.',
  ),
  promise(
    "call now|act now|don[’']t wait|only \\d+ (?:places|spots|beds)|limited (?:places|spots)|(?:beds|spots) are filling",
    'Write "You can ask for a call. No rush."',
  ),
  promise('guaranteed|proven to work|life-changing', 'No one can promise an outcome. Write the fact, with its limit.'),
  promise('(?:can|will|to) cure', 'No one can promise a cure. Write the fact, with its limit.'),
  fail('commit(?:s|ted|ting)? suicide', 'Write "die by suicide".'),
  fail('non-?complian(?:t|ce)', 'Write "missed sessions".'),
  fail('in denial', 'Write "disagrees" or "does not see it that way".'),
  fail('sabotag(?:e|es|ed|ing)', 'Write "makes it harder".'),
  promise('(?:100 ?%|completely|totally|fully|strictly) (?:confidential|private|anonymous|secure)', unproven),
  promise('anonymous(?:ly)?', unproven),
  promise('hipaa[- ]compliant|secure form|we (?:will )?never share', unproven),
  fail('click here', 'A link says where it leads: name the page.'),
];

/** English: what to avoid, and the names that stay. */
export const english: Language = {
  avoided,
  officialNames: [
    'National Institute on Drug Abuse',
    'National Institute on Alcohol Abuse and Alcoholism',
    'Substance Abuse and Mental Health Services Administration',
    '(?:DOT )?Substance Abuse Professionals?',
    '(?:Alcoholics|Narcotics|Cocaine|Marijuana|Gamblers) Anonymous',
    'Adult Children of Alcoholics',
    'Women for Sobriety',
    '(?:Licensed |Certified )?(?:Chemical Dependency|Alcohol and Drug Abuse) Counselors?',
    'nicotine replacement',
  ],
};
