import { z } from 'zod';
import { clashKinds } from './clash.ts';
import { levelAnswers } from './entries.ts';
import { presetIds } from './presets.ts';
import { problemCodes } from './problem.ts';
import { blockKinds, weekdays } from './shift.ts';

const text = z.string().trim().min(1);
/** A text for one and a text for any other number, zero included. */
const counted = z.strictObject({ one: text, other: text });
/** A label, and what to know about it. */
const field = z.strictObject({ label: text, hint: text.optional() });

/** How times and lengths are told. */
const clockTexts = z.strictObject({
  midnight: text,
  noon: text,
  /** `{time}`: "6" or "6:30". */
  am: text,
  pm: text,
  /** `{from}`, `{to}`. */
  span: text,
  hours: counted,
  minutes: text,
  times: counted,
  /** By permanent name: in full, and short for a column. */
  days: z.record(z.enum(weekdays), z.strictObject({ long: text, short: text })),
});

/** The form for the reader's own week. */
const formTexts = z.strictObject({
  heading: text,
  presets: z.strictObject({
    legend: text,
    hint: text,
    names: z.record(z.enum(presetIds), text),
    /** Status: `{name}`. */
    filled: text,
    /** Leads from the status to the result. */
    see: text,
    undo: text,
  }),
  level: z.strictObject({ label: text, hint: text, options: z.record(z.enum(levelAnswers), text) }),
  shifts: z.strictObject({ heading: text, hint: text, name: text, add: text, job: text }),
  blocks: z.strictObject({
    heading: text,
    hint: text,
    name: text,
    add: text,
    kind: text,
    kinds: z.record(z.enum(blockKinds), text),
  }),
  hours: z.strictObject({
    days: text,
    weeks: text,
    start: text,
    end: text,
    endsNextDay: text,
    /** Takes a row out; `{name}` is read out after it. */
    remove: text,
  }),
  ways: z.strictObject({ heading: text, work: field, program: field, between: field, sleepAfterNight: field }),
  pattern: z.strictObject({ heading: text, length: field, weeks: counted, current: field, from: field, zone: field }),
  jobs: z.strictObject({
    heading: text,
    name: text,
    weeklyHours: field,
    leaveTaken: field,
    isOwnBoss: text,
    add: text,
  }),
  submit: text,
  /** Beside a result that no longer shows what stands in the form. */
  stale: text,
  /** Beside a result without the rows that have a problem. */
  leftOut: text,
  /** The prefix ends with a space, which no trimming may take. */
  errors: z.strictObject({ titlePrefix: z.string().min(1), heading: text }),
  /** What to change. `overlaps`: `{other}`; weeks: `{week}`. */
  problems: z.record(z.enum(problemCodes).exclude(['out-of-range']), text),
  /** The same for numbers, by field. The bounds are those of `sound.ts`. */
  outOfRange: z.strictObject({ ways: text, sleepAfterNight: text, weeklyHours: text, leaveTaken: text }),
});

/** What the week comes to. */
const resultTexts = z.strictObject({
  /** Heads the result before the reader entered anything, and after. */
  example: text,
  own: text,
  /** The levels for which the planner stays true to what was suggested. */
  unsure: text,
  verdict: z.strictObject({
    /** `{count}` of `{all}`. */
    fit: counted,
    /** None fits: `{leave}` of the first a week. */
    leave: text,
    change: text,
    /** After both: less care is no answer. */
    sameCare: text,
    /** A stay: `{week}` a week, `{total}` in `{weeks}` weeks. */
    stay: text,
    noTimetables: text,
  }),
  /** True as long as `content/tracks.yaml` holds samples. An operator who puts its own timetables there changes it with them. */
  aboutTimetables: text,
  timetable: text,
  week: z.strictObject({
    /** `{track}`. */
    caption: text,
    own: text,
    /** Of several: `{number}`, `{count}`. */
    number: text,
    /** One line of the key: `{hours}`, `{what}`. */
    key: text,
    kinds: z.strictObject({
      session: text,
      travel: text,
      work: text,
      commute: text,
      sleep: text,
      block: text,
      free: text,
    }),
    /** The word in the picture, and what it means. */
    clash: text,
    clashKey: text,
    /** Beside the picture, from midnight on, every six hours. */
    times: z.array(text).length(4),
    inWords: text,
    nothing: text,
    /** Heads the times of a week in which nothing stands. */
    free: text,
    /** In a week in which the clocks change: `{hours}`. */
    clockChange: text,
  }),
  /** After a session in the list of a week. */
  clashes: z.record(z.enum(clashKinds), text),
  best: z.strictObject({
    heading: text,
    /** `{hours}` of care a week, `{times}` of the sessions. */
    hours: text,
    nothing: text,
    /** `{weeks}`, `{list}`. */
    inTheWay: text,
    /** `{times}`, `{hours}`. */
    kinds: z.record(z.enum(clashKinds), text),
    /** `{leave}`, and where weeks differ `{heaviest}`. */
    leave: text,
    heaviest: text,
    behind: z.strictObject({ 'more-clashes': text, 'more-leave': text, 'more-lost': text, tie: text }),
  }),
  table: z.strictObject({
    heading: text,
    hint: text,
    timetable: text,
    hours: text,
    clashes: text,
    perWeek: text,
    /** `{weeks}`. */
    over: text,
  }),
  leave: z.strictObject({
    heading: text,
    /** With `{track}`. */
    lead: text,
    ownBoss: text,
    /** Leave is `{weeks}` long; with `{week}` of work it is `{entitled}`, of which `{before}` is left before the program. */
    before: text,
    weeks: text,
    /** `{weeks}`. */
    length: text,
    takes: text,
    leaves: text,
    /** `{week}`. */
    runsOut: text,
  }),
});

/** A sentence on the law, or a fact whose claim is the sentence. */
const lawLine = z.union([text, z.strictObject({ fact: text })]);

/** The words of the planner: section `planner` of `content/ui/<locale>.yaml`. The letters have a file of their own. */
export const plannerTexts = z.strictObject({
  /** Title, description and opening of `/plan-around-work/`. The title is neutral: it may be read over a shoulder. */
  page: z.strictObject({ title: text, description: text, heading: text, lead: text }),
  privacy: text,
  withoutScript: text,
  clock: clockTexts,
  form: formTexts,
  result: resultTexts,
  /** Federal law around the leave, through facts. */
  law: z.strictObject({ lawHeading: text, lawNote: text, lines: z.array(lawLine).min(1) }),
  /** What to ask a program, on the printed sheet. */
  ask: z.strictObject({ heading: text, questions: z.array(text).min(3), notes: text, lines: z.array(text).min(1) }),
  keep: z.strictObject({
    heading: text,
    warning: text,
    nameless: text,
    print: text,
    calendar: z.strictObject({
      heading: text,
      hint: text,
      /** For how long: `{weeks}`. */
      length: text,
      weeks: text,
      save: text,
      /** Status. */
      saved: text,
      /** Every entry is called so. Neutral; no comma, semicolon or backslash, which a calendar file would need to escape, and short enough for one line. */
      title: z
        .string()
        .regex(/^[^,;\\\n]{1,30}$/, 'At most 30 letters, without comma, semicolon and backslash, like "Appointment".'),
      /** Neutral, too. */
      file: z.string().regex(/^[a-z-]+\.ics$/, 'A file name like "calendar.ics".'),
    }),
    wipe: text,
    wiped: text,
  }),
  /** Links to the letters. */
  next: z.strictObject({ heading: text, letters: text, lettersWhat: text }),
});

/** The parsed `planner` section. */
export type PlannerTexts = z.infer<typeof plannerTexts>;
