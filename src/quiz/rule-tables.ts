import { fill } from '#i18n/fill.ts';
import { listed } from './clauses.ts';
import type { DecidesTexts } from './decides-texts.ts';
import { sentence, type Telling, whenClause } from './describe.ts';
import { type Level, levels } from './readings.ts';
import { type Setting, type SettingRuleId, settings, type UrgencyRuleId } from './result.ts';
import type { SettingRule, Tables } from './rules.ts';

/** A cell of a table, with the height of the floor it shows. */
export interface Cell {
  text: string;
  height?: number;
}

/** A table as a page shows it: the first column is the head of each row. */
export interface ShownTable {
  caption: string;
  columns: readonly string[];
  rows: readonly { head: string; cells: readonly Cell[] }[];
}

export type RuleTelling = Telling & { words: Pick<DecidesTexts, 'rules' | 'names'> };

const points = (score: number): Cell => ({ text: String(score), height: score });
const capital = (text: string, { locale }: Telling) => sentence(text, locale).slice(0, -1);

/** How risky stopping may be: on most days, on fewer days, and what raises it. */
export function scoreTables({ score, raises }: Tables, telling: RuleTelling): ShownTable[] {
  const words = telling.words.rules.score;
  const byUse = (['most', 'few'] as const).map((pattern) => ({
    caption: words[pattern],
    columns: [words.use, ...levels.withdrawal.map((level) => words.withdrawal[level])],
    rows: score.map((row) => ({
      head: capital(whenClause(row.when, telling), telling),
      cells: row[pattern].map(points),
    })),
  }));
  const raisable = levels.score.map(Number).slice(0, -1);
  const raising = {
    caption: words.raises,
    columns: [words.condition, ...raisable.map((from) => fill(words.becomes, { score: from }))],
    rows: raises.map(({ when, becomes }) => ({
      head: capital(whenClause(when, telling), telling),
      cells: raisable.map((from) => points(Math.max(from, becomes[from] as number))),
    })),
  };
  return [...byUse, raising];
}

/** How soon: one line per rule, with the reason that a result gives. */
export function urgencyTable(
  { urgency }: Tables,
  telling: RuleTelling,
  why: (rule: UrgencyRuleId) => string,
): ShownTable {
  const { condition, reaches, why: whyHead, heading } = telling.words.rules.urgency;
  const { names } = telling.words;
  return {
    caption: heading,
    columns: [condition, reaches, whyHead],
    rows: urgency.map(({ rule, when, urgency: height }) => ({
      head: capital(whenClause(when, telling), telling),
      cells: [{ text: height >= 2 ? names['medical-first'] : names.soon }, { text: why(rule) }],
    })),
  };
}

/** The floors of one line of the tables. Rows that are alike are one; those without a floor are left out. */
function settingTable({ when, floors }: SettingRule, telling: RuleTelling): ShownTable {
  const words = telling.words.rules.setting;
  const alike = Map.groupBy(levels.pattern, (pattern) => floors[pattern].join());
  const rows = [...alike.values()].map((patterns) => ({
    head:
      patterns.length === levels.pattern.length
        ? words.anyPattern
        : listed(
            patterns.map((name) => words.pattern[name]),
            telling.locale,
            'disjunction',
          ),
    heights: floors[patterns[0] as Level<'pattern'>],
  }));
  return {
    caption: fill(words.caption, { condition: capital(whenClause(when, telling), telling) }),
    columns: [words.patternHead, ...levels.signs.map((band) => band.replace('-', '\u2060–\u2060'))],
    rows: rows
      .filter(({ heights }) => heights.some((height) => height > 0))
      .map(({ head, heights }) => ({
        head: capital(head, telling),
        cells: heights.map((height) => ({ text: words.cells[settings[height] as Setting], height })),
      })),
  };
}

/** How much care: the tables of each rule, rules in their order. */
export function settingTables(
  { setting }: Tables,
  telling: RuleTelling,
): { rule: SettingRuleId; tables: ShownTable[] }[] {
  return [...new Set(setting.map(({ rule }) => rule))].map((rule) => ({
    rule,
    tables: setting.filter((line) => line.rule === rule).map((line) => settingTable(line, telling)),
  }));
}
