import type { CareCard } from './care-cards.ts';
import { countsAs, emergencyAnswers } from './counts-as.ts';
import type { MedicalReason } from './explain.ts';
import { aboutWork } from './flags.ts';
import { saidElsewhere } from './guide-behind.ts';
import { questions } from './questions.ts';
import { levelOf } from './readings.ts';
import { type Flag, flagIds, type RedFlagId, type Setting, settings } from './result.ts';
import type { Tables } from './rules.ts';
import { isAnswered, isInOneOf, isTicked, reaches, type Selector } from './selectors.ts';
import { prepare } from './settle.ts';
import { situations } from './situations.ts';

/** A part of the worksheet that shows by what is ticked. Medical reasons and notes bear the names that the engine gives them. */
export type Part =
  /** Before all scored questions are answered, and after. Where styles cannot answer, nothing waits: the reader reads by hand. */
  | 'waiting'
  | 'by-hand'
  | 'answer'
  | RedFlagId
  | Setting
  /** Weekly care by its own name, or by the one for who ticked hardly a sign. */
  | 'weekly'
  | 'check-in'
  /** The setting as what may fit, or as what comes after a medical check. */
  | 'headline'
  | 'medical-first'
  | 'then'
  | MedicalReason
  | CareCard
  /** Notes, and ways to fit treatment in: where there is any, and each. */
  | 'notes'
  | Note
  | 'how'
  | (typeof arrangements)[number];

/**
 * The notes of a result. How sure the answer is stands beside the level, that an IOP may be too little in its own words, and the help for
 * families in a part of their own.
 */
export type Note = Exclude<Flag, (typeof notNotes)[number]>;
const notNotes = ['LOW-CONFIDENCE', 'CONSIDER-MORE', 'CRAFT'] as const;
export const noteIds = flagIds.filter((flag): flag is Note => !(notNotes as readonly Flag[]).includes(flag));

/** What makes it hard to go. */
export const arrangements = questions[14].options.filter((option) => option !== 'none' && option !== 'unknown');

/** What shows and what no longer does once a selector holds on the form. */
export interface Rule {
  when: Selector;
  shows: readonly Part[];
  hides?: readonly Part[];
}

/** What shows where no rule speaks. */
export const shownAtFirst: readonly Part[] = ['by-hand', 'no-sign', 'headline', 'check-in'];

const not = (...selectors: Selector[]): Selector => `:not(${selectors.join()})`;
const downers = ['alcohol', 'sedatives', 'opioids', 'unknown'];
const calmers = isTicked('substances', ['alcohol', 'sedatives', 'unknown']);
const opioids = isTicked('substances', ['opioids', 'unknown']);
const usesMostDays = reaches('pattern', levelOf('pattern', 'most'));
const needsMedicine = `${opioids}:is(${not(isTicked('pattern', ['medicine-stable']))},${usesMostDays})`;
const isPregnant = reaches('pregnancy', 1);
const isSerious = reaches('health', levelOf('health', 'serious'));

const sedativesOnly =
  isTicked('substances', ['sedatives']) +
  not(isTicked('substances', ['alcohol', 'opioids', 'stimulants', 'cannabis', 'other', 'unknown']));

/** The heights of the rules as selectors. */
function heights(tables: Tables) {
  const rules = prepare(tables);
  const ofScore = (score: '2' | '3') =>
    prepare({ ...tables, urgency: [{ rule: 'U-WITHDRAWAL', when: { score }, urgency: 1 }] });
  return {
    setting: (height: number) => isInOneOf(situations(rules, 'setting', height)),
    urgency: (height: number) => isInOneOf(situations(rules, 'urgency', height)),
    score: (score: '2' | '3') => isInOneOf(situations(ofScore(score), 'urgency', 1)),
  };
}
type Heights = ReturnType<typeof heights>;

/** When each note is shown, as `flags.ts` says it. */
function notes({ setting, score }: Heights): Readonly<Record<Note, Selector>> {
  const isIop = setting(settings.indexOf('iop'));
  const isAroundWork = `${isIop}:is(${isTicked('voice', ['work'])},${isTicked('practical', aboutWork)})`;
  return {
    NALOXONE: isTicked('substances', ['opioids', 'stimulants', 'unknown']),
    'OPIOID-MEDICINE': needsMedicine,
    'NO-SUDDEN-STOP': calmers + usesMostDays,
    'WD-24H': score('3'),
    TOLERANCE: opioids + isTicked('pattern', ['stopped30', 'medicine-stable', 'finished-program', 'quit-recently']),
    'CO-OCCURRING': reaches('mental', 1),
    PREGNANCY: isPregnant,
    TEEN: isTicked('age', ['under18']),
    OLDER: isTicked('age', ['65plus']),
    SAFETY: isTicked('home', ['unsafe']),
    'RECOVERY-HOUSING': reaches('home', levelOf('home', 'using')),
    'STEP-DOWN': isTicked('pattern', ['finished-program']),
    'CHECK-ON-THEM': isTicked('voice', ['loved']),
    SAP: isTicked('practical', ['safety-sensitive']),
    PARITY: `:is(${isIop},${isTicked('practical', ['no-insurance'])})`,
    LEAVE: isAroundWork,
    EAP: isAroundWork,
  };
}

/** A note is left out where a part of the reader's own voice says it. */
function notToWhomHears(note: Note): Selector {
  const voice = saidElsewhere[note];
  return voice ? not(isTicked('voice', [voice])) : '';
}

/** Why a medical check comes first, as `medicalReasons` says it, but without what the 24-hour variant repeats. */
const medicalRules = ({ score }: Heights): Rule[] => [
  { when: `${score('2')}:is(${calmers},${not(opioids, isPregnant, isSerious)})`, shows: ['WD'] },
  { when: score('3'), shows: ['WD-24H'], hides: ['WD'] },
  { when: score('2') + sedativesOnly + not(reaches('signs', 1)), shows: ['TAPER'] },
  { when: needsMedicine, shows: ['MEDS'] },
  { when: isPregnant, shows: ['PREG'] },
  { when: isSerious, shows: ['HEALTH'] },
];

/** The boxes that end the quiz, each with what it raises. */
export const alarms = emergencyAnswers().map(({ question, answer }) => ({
  question,
  flag: countsAs(questions.find(({ id }) => id === question) ?? questions[0], answer).redFlags[0] as RedFlagId,
  when: isTicked(question, [answer]),
}));

/** What the worksheet shows for what is ticked. Where two rules speak of the same part, the later one counts: higher comes after lower. */
export function worksheetRules(tables: Tables): Rule[] {
  const height = heights(tables);
  const scored = questions.filter((question) => question.scored).map(({ id }) => isAnswered(id));
  return [
    { when: ':has(input)', shows: ['waiting'] },
    { when: scored.join(''), shows: ['answer'], hides: ['waiting', 'by-hand'] },
    ...alarms.map(({ flag, when }) => ({ when, shows: [flag] })),
    ...settings.slice(1).map((setting, below) => ({
      when: height.setting(below + 1),
      shows: [setting],
      hides: [settings[below] as Setting],
    })),
    { when: reaches('signs', 1), shows: ['weekly'], hides: ['check-in'] },
    { when: height.urgency(1), shows: ['soon'] },
    {
      when: height.urgency(2),
      shows: ['medical-first', 'then', 'danger'],
      hides: ['headline', 'soon'],
    },
    ...medicalRules(height),
    { when: reaches('selfharm', 1), shows: ['selfharm'], hides: ['soon'] },
    {
      when: isTicked('pattern', ['quit-recently']) + isTicked('substances', downers),
      shows: ['danger', 'quit-recently'],
    },
    ...(Object.entries(notes(height)) as [Note, Selector][]).map(([note, when]) => ({
      when: when + notToWhomHears(note),
      shows: ['notes', note] as const,
    })),
    ...arrangements.map((option) => ({ when: isTicked('practical', [option]), shows: ['how', option] as const })),
  ];
}
