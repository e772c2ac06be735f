import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Track, trackSchema } from '#planner/track.ts';

/** Reads timetables from a file of `content/tracks.yaml`'s kind. */
export const readTracks = (file: string): Track[] =>
  Object.entries(parse(readFileSync(file, 'utf8'), { merge: true }) as Record<string, unknown>).map(([id, track]) => ({
    id,
    ...trackSchema.parse(track),
  }));

/** The timetables of the worked weeks. */
export const timetables = readTracks('tests/planner/timetables.yaml');
