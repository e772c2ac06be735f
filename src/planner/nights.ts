import { type Preset, type PresetId, presets } from './presets.ts';
import { type FixedBlock, weekdays } from './shift.ts';

/** When people with such shifts may sleep. Where shifts go through the night, sleep follows each of them instead. */
const nights: Partial<Record<PresetId, readonly [start: string, end: string]>> = {
  day: ['22:30', '06:30'],
  evenings: ['00:30', '08:30'],
  'twelve-hours': ['21:30', '05:30'],
  gig: ['00:30', '08:30'],
  retail: ['23:30', '07:30'],
};

/** The presets with a night's sleep as a fixed time, so that a week shows what a body needs. */
export const presetsWithNights: readonly Preset[] = presets.map((preset) => {
  const [start, end] = nights[preset.id] ?? [];
  const sleep: FixedBlock[] = start && end ? [{ kind: 'sleep', days: weekdays, start, end }] : [];
  return { ...preset, blocks: [...preset.blocks, ...sleep] };
});
