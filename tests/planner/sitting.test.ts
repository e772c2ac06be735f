import { expect, test } from 'vitest';
import { withRow } from '#planner/entries.ts';
import { presetsWithNights } from '#planner/nights.ts';
import type { Preset } from '#planner/presets.ts';
import {
  afterAdding,
  afterAsking,
  afterChange,
  afterPreset,
  afterRemoving,
  afterUndo,
  begun,
} from '#planner/sitting.ts';
import { timetables } from './timetables.ts';

const [day, evenings] = presetsWithNights as readonly [Preset, Preset];
const start = begun(day, { zone: 'America/Chicago', from: '2026-01-05' }, timetables);

test('the page begins with an example that is nobody’s', () => {
  expect(start).toMatchObject({ isExample: true, isStale: false, isOwn: false, problems: [], form: 0 });
  expect(start.plan.options.length).toBeGreaterThan(0);
});

test('a preset answers at once and has nothing to bring back while nothing was entered', () => {
  const after = afterPreset(start, start.entries, evenings, timetables);
  expect(after).toMatchObject({ filledIn: 'evenings', isExample: false, isStale: false, replaced: undefined });
  expect(after.plan).not.toEqual(start.plan);
  expect(after.form).not.toBe(start.form);
});

test('a preset keeps where the reader is and what was suggested', () => {
  const typed = {
    ...start.entries,
    level: 'php' as const,
    situation: { ...start.entries.situation, zone: 'Asia/Tokyo' },
  };
  const { entries } = afterPreset(start, typed, evenings, timetables);
  expect([entries.level, entries.situation.zone]).toEqual(['php', 'Asia/Tokyo']);
});

test('what a preset took the place of can be brought back, also after a second preset', () => {
  const own = withRow(start.entries, 'blocks');
  const first = afterPreset(afterChange(start), own, evenings, timetables);
  const second = afterPreset(first, first.entries, day, timetables);
  const back = afterUndo(second);
  expect(back.entries).toEqual(own);
  expect(back).toMatchObject({ isStale: true, isOwn: true, replaced: undefined });
  expect(back.form).not.toBe(second.form);
});

test('entries that were asked about are still the reader’s own', () => {
  const asked = afterAsking(afterChange(start), start.entries, timetables);
  expect(asked).toMatchObject({ isStale: false, isOwn: true });
  expect(afterPreset(asked, start.entries, evenings, timetables).replaced).toEqual(start.entries);
});

test('a change leaves the answer standing and says that it is an old one', () => {
  const longer = afterAdding(start, start.entries, 'shifts');
  expect(longer.plan).toBe(start.plan);
  expect(longer.isStale).toBe(true);
  expect(longer.entries.situation.shifts).toHaveLength(2);
});

test('messages go when rows move, because they are about rows by their number', () => {
  const asked = afterAsking(start, withRow(start.entries, 'shifts'), timetables);
  expect(asked.problems).toHaveLength(3);
  expect(afterChange(asked).problems).toHaveLength(3);
  expect(afterRemoving(asked, asked.entries, 'shifts', 1).problems).toEqual([]);
});
