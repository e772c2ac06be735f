import { fill } from '#i18n/fill.ts';
import type { Entries } from '../../entries.ts';
import type { Plan, RankedOption } from '../../plan.ts';
import { verdictOf } from '../../verdict.ts';
import type { PlannerProps } from '../props.ts';
import { Best } from './Best.tsx';
import { LeaveLeft } from './LeaveLeft.tsx';
import { Timetables } from './Timetables.tsx';
import { Week } from './Week.tsx';
import { Hatching } from './WeekPicture.tsx';

interface Props extends Pick<PlannerProps, 'words' | 'tracks' | 'locale'> {
  /** What was asked. */
  entries: Entries;
  plan: Plan;
  /** The timetable in the picture. Left out: the first. */
  chosen?: string | undefined;
  /** Nobody has entered anything yet. */
  isExample: boolean;
  /** The form was changed since. */
  isStale: boolean;
  /** Rows with a problem are left out. */
  hasErrors: boolean;
}

/** The option in the picture. */
export const chosenOf = ({ options }: Plan, chosen: string | undefined): RankedOption | undefined =>
  options.find(({ track }) => track === chosen) ?? options[0];

/** What the week and the timetables come to. */
export function Result({ entries, plan, chosen, isExample, isStale, hasErrors, words, tracks, locale }: Props) {
  const { result, form } = words;
  const { options, weeks } = plan;
  const option = chosenOf(plan, chosen);
  const nameOf = (id: string) => tracks.find((track) => track.id === id)?.name[locale] ?? id;
  return (
    <>
      <h2 id="fits" tabIndex={-1}>
        {isExample ? result.example : result.own}
      </h2>
      {(isStale || hasErrors) && <p class="stale">{isStale ? form.stale : form.leftOut}</p>}
      {verdictOf(plan, words).map((sentence, place) => (
        <p key={place} class={place > 0 ? undefined : 'lead'}>
          {sentence}
        </p>
      ))}
      {entries.level === 'unknown' && !isExample && <p>{result.unsure}</p>}
      {option && (
        <div class="field choose">
          <label for="timetable">{result.timetable}</label>
          <select class="input" id="timetable" autocomplete="off">
            {options.map(({ track }) => (
              <option key={track} value={track} selected={track === option.track}>
                {nameOf(track)}
              </option>
            ))}
          </select>
        </div>
      )}
      <figure>
        <figcaption>{option ? fill(result.week.caption, { track: nameOf(option.track) }) : result.week.own}</figcaption>
        <Hatching />
        <div class="weeks">
          {weeks.map((own, place) => (
            <Week
              key={own.monday}
              own={own}
              laid={option?.weeks[place]}
              blocks={entries.situation.blocks}
              words={words}
              heading={
                weeks.length > 1 ? fill(result.week.number, { number: own.turn, count: weeks.length }) : undefined
              }
            />
          ))}
        </div>
      </figure>
      {option && (
        <>
          <h3>{result.best.heading}</h3>
          <p class="muted">{result.aboutTimetables}</p>
          <Best options={options.slice(0, 3)} words={words} nameOf={nameOf} />
          <Timetables options={options} words={words} nameOf={nameOf} />
        </>
      )}
      <LeaveLeft jobs={(option ?? plan.away).jobs} track={option && nameOf(option.track)} words={words} />
    </>
  );
}
