import type { Answers } from './answers.ts';
import { flagsOf } from './flags.ts';
import { type Heard, hear } from './heard.ts';
import { judge } from './judge.ts';
import type { QuestionId } from './questions.ts';
import { rangeOf } from './range.ts';
import { reasonsOf } from './reasons.ts';
import type { Confidence, Result } from './result.ts';
import { version } from './version.ts';

/** Without these nothing is more than rough. */
export const central: readonly QuestionId[] = ['selfharm', 'substances', 'pattern', 'withdrawal'];

/** How sure a result can be, by how many of questions 2 to 14 are open (fit criteria 3.6). */
function confidenceOf({ unknown }: Heard): Confidence {
  const open = [...unknown].filter((id) => id !== 'now' && id !== 'practical');
  if (open.length > 3) return 'cannot-tell';
  return open.length > 1 || open.some((id) => central.includes(id)) ? 'rough' : 'fairly-sure';
}

/** What answers come to. Never throws, whatever it is given; nothing in it depends on voice or on practical matters but notes. */
export function evaluate(answers: Answers): Result {
  const heard = hear(answers);
  const judgement = judge(heard);
  const { headline, urgency, setting } = judgement;
  const isEmergency = headline === 'emergency';
  const confidence = isEmergency ? 'fairly-sure' : confidenceOf(heard);
  return {
    headline,
    urgency,
    setting: isEmergency ? null : setting,
    // biome-ignore lint/suspicious/noThenProperty: the published name of the field; it is never a function
    then: headline === 'medical-first' ? setting : null,
    ...reasonsOf(judgement),
    flags: flagsOf(judgement, confidence),
    confidence,
    range: isEmergency ? null : rangeOf(heard),
    missing: heard.missing,
    version,
  };
}
