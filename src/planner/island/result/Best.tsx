import { fill } from '#i18n/fill.ts';
import { lengthOf, meetingTimes } from '../../clock-words.ts';
import type { RankedOption } from '../../plan.ts';
import { reasonsFor } from '../../verdict.ts';
import type { PlannerWords } from '../props.ts';

interface Props {
  /** Best first. */
  options: readonly RankedOption[];
  words: PlannerWords;
  nameOf: (track: string) => string;
}

/** Minutes of care in a week. */
export const careOf = ({ weeks }: RankedOption): number => weeks[0]?.load.session ?? 0;

/** The options with the reasons for their places. */
export const Best = ({ options, words, nameOf }: Props) => (
  <ol class="best">
    {options.map((option) => (
      <li key={option.track}>
        <strong>{nameOf(option.track)}</strong>
        <p class="muted">
          {fill(words.result.best.hours, {
            hours: lengthOf(careOf(option), words.clock),
            times: meetingTimes(option.weeks[0]?.pieces.filter(({ kind }) => kind === 'session') ?? [], words.clock),
          })}
        </p>
        <p>{reasonsFor(option, words).join(' ')}</p>
      </li>
    ))}
  </ol>
);
