import type { Manuscript } from './manuscript.ts';
import type { Guide } from './schema.ts';

/** A manuscript whose front matter its schema accepts. */
export interface ReadGuide {
  manuscript: Manuscript;
  guide: Guide;
}
