import type { Locale } from '#i18n/locale.ts';
import type { Preset } from '../presets.ts';
import type { PlannerTexts } from '../texts.ts';
import type { Track } from '../track.ts';

/** The words that the script says. What stands in the page before and after needs no script. */
export type PlannerWords = Pick<PlannerTexts, 'clock' | 'result'> & {
  form: Omit<PlannerTexts['form'], 'heading' | 'presets' | 'level' | 'submit'> & {
    presets: Pick<PlannerTexts['form']['presets'], 'names' | 'filled'>;
  };
  keep: Pick<PlannerTexts['keep'], 'wiped'> & {
    calendar: Pick<PlannerTexts['keep']['calendar'], 'saved' | 'title' | 'file'>;
  };
};

/** A time zone as it is offered. */
export interface Zone {
  id: string;
  label: string;
}

/** All that the planner knows: plain data, put into the page by the build. */
export interface PlannerProps {
  locale: Locale;
  words: PlannerWords;
  tracks: readonly Track[];
  /** Weeks to begin from. The first is the example. */
  presets: readonly Preset[];
  zones: readonly Zone[];
}
