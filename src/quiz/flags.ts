import type { Judgement, Way } from './judge.ts';
import { levelOf } from './readings.ts';
import { type Confidence, type Flag, settings } from './result.ts';

const uses = ({ heard }: Way, substance: string): boolean =>
  heard.substances.includes(substance) || heard.unknown.has('substances');

/** Answers about work. */
export const aboutWork = ['works-days', 'works-nights', 'rotating-shifts', 'safety-sensitive', 'worried-about-job'];

const atLeastIop = ({ setting }: Way): boolean => settings.indexOf(setting) >= settings.indexOf('iop');
const aroundWork = (way: Way): boolean =>
  atLeastIop(way) && (way.heard.voice === 'work' || way.heard.practical.some((answer) => aboutWork.includes(answer)));

/**
 * When each note is shown, in the order of fit criteria 3.6. They follow the readings, so that "not sure" shows what its cautious reading shows; where the
 * criteria say it twice, differently, the wider one stands.
 */
const shown: Readonly<Record<Exclude<Flag, 'LOW-CONFIDENCE'>, (way: Way) => boolean>> = {
  NALOXONE: (way) => uses(way, 'opioids') || uses(way, 'stimulants'),
  'OPIOID-MEDICINE': (way) => uses(way, 'opioids') && way.heard.pattern !== 'medicine-stable',
  'NO-SUDDEN-STOP': ({ measures }) =>
    measures.alcohol + measures.sedatives > 0 && measures.pattern === levelOf('pattern', 'most'),
  'WD-24H': ({ measures }) => measures.score === 3,
  TOLERANCE: (way) =>
    uses(way, 'opioids') &&
    ['stopped30', 'medicine-stable', 'finished-program', 'quit-recently'].includes(way.heard.pattern),
  'CO-OCCURRING': ({ measures }) => measures.mental > 0,
  PREGNANCY: ({ measures }) => measures.pregnancy > 0,
  TEEN: ({ heard }) => heard.age === 'under18',
  OLDER: ({ heard }) => heard.age === '65plus',
  SAFETY: ({ heard }) => heard.home === 'unsafe',
  'RECOVERY-HOUSING': ({ measures }) => measures.home >= levelOf('home', 'using'),
  'CONSIDER-MORE': ({ measures, setting }) => measures.signs === levelOf('signs', '6+') && setting === 'iop',
  'STEP-DOWN': ({ heard }) => heard.pattern === 'finished-program',
  'CHECK-ON-THEM': ({ heard }) => heard.voice === 'loved' && heard.now === 'none',
  SAP: ({ heard }) => heard.practical.includes('safety-sensitive'),
  PARITY: (way) => atLeastIop(way) || way.heard.practical.includes('no-insurance'),
  LEAVE: aroundWork,
  EAP: aroundWork,
  CRAFT: ({ heard }) => heard.voice === 'loved',
};

/** The notes of a result. A note holds if either way of reading the answers raises it. In an emergency nothing speaks of a setting. */
export function flagsOf({ headline, ways }: Judgement, confidence: Confidence): Flag[] {
  const asked = headline === 'emergency' ? ways.map((way) => ({ ...way, setting: 'no-sign' as const })) : ways;
  const raised = (Object.keys(shown) as (keyof typeof shown)[]).filter((flag) => asked.some(shown[flag]));
  return confidence === 'fairly-sure' ? raised : [...raised, 'LOW-CONFIDENCE'];
}
