import { central } from './evaluate.ts';
import { type Question, questions } from './questions.ts';
import type { Tables } from './rules.ts';
import { isTicked } from './selectors.ts';
import { alarms, type Part, type Rule, shownAtFirst, worksheetRules } from './worksheet-rules.ts';

/** Id of the worksheet's form. Each question in it is a child marked `data-question`, each part of its answer is marked `data-part`. */
export const worksheetId = 'worksheet-form';

/** How sure the answer is (fit criteria 3.6). The form keeps these two apart: how many questions are open can only be counted among siblings. */
export type Doubt = 'rough' | 'cannot-tell';

const form = `#${worksheetId}`;
/** As a value of its own, `initial` makes `var()` fall back to what an element is without us: a block, a list item. */
const shown = 'initial';

const declare = (parts: readonly string[], value: string) => parts.map((part) => `--${part}:${value}`);

/** `:where()` leaves every rule the same weight, so that the order of rules decides. */
const ruleOf = ({ when, shows, hides = [] }: Rule): string =>
  `${form}:where(${when}){${[...declare(shows, shown), ...declare(hides, 'none')].join(';')}}`;

const isOpen = ':has([value="unknown"]:checked)';
const among = (ids: readonly string[]) => `:is(${ids.map((id) => `[data-question="${id}"]`).join()})${isOpen}`;

/** Counts open questions by their places among siblings, down to the answer behind them. */
function doubts(): string[] {
  const asked = (questions as readonly Question[])
    .filter(({ id, scored }) => scored && id !== 'now')
    .map(({ id }) => id);
  const open = (count: number) => `${Array(count).fill(among(asked)).join('~')}~[data-part="answer"]`;
  return [
    `${among(central)}~[data-part="answer"],${open(2)}{--rough:${shown}}`,
    `${open(4)}{--rough:none;--cannot-tell:${shown};--starting-point:none}`,
  ];
}

/**
 * The voices. Without one chosen, and where styles cannot tell, every text of the page speaks to the reader. On the worksheet, what only one
 * other voice says shows like a part, and what a voice does not say is hidden from it.
 */
const voices = [
  '[data-voice]:not([data-voice~="self"]){display:none}',
  ...['loved', 'work'].flatMap((voice) => {
    const isChosen = isTicked('voice', [voice]);
    return [
      `${form}{--${voice}:none}${form}:where(${isChosen}){--${voice}:${shown}}`,
      `${form} [data-voice="${voice}"]{display:var(--${voice},revert)}`,
      `${form}${isChosen} [data-voice]:not([data-voice~="${voice}"]){display:none}`,
    ];
  }),
];

/** An emergency stops the worksheet: nothing after its question is left, inside the form and behind it. */
const stops = alarms.map(
  ({ question, when }) => `${form}>[data-question="${question}"]${when}~*,${form}${when}~*{display:none}`,
);

/**
 * The style sheet with which the worksheet answers by itself. Parts are hidden from everyone, also from who hears the page, until their
 * rule holds. A browser without `:has()` drops the rules and shows no answer.
 */
export function worksheetStyle(tables: Tables): string {
  const rules = worksheetRules(tables);
  const parts = [...new Set<Part>(rules.flatMap(({ shows, hides = [] }) => [...shows, ...hides]))];
  const hidden = parts.filter((part) => !shownAtFirst.includes(part));
  return [
    `${form}{${declare([...hidden, 'rough', 'cannot-tell'], 'none').join(';')}}`,
    ...rules.map(ruleOf),
    ...doubts(),
    ...[...parts, 'rough', 'cannot-tell', 'starting-point'].map(
      (part) => `[data-part="${part}"]{display:var(--${part},revert)}`,
    ),
    ...voices,
    ...stops,
  ].join('');
}
