import { z } from 'zod';

const text = z.string().min(1);

/** The words in and under the drawings; every drawing says in words what it shows. */
export const drawingTexts = z.strictObject({
  week: z.strictObject({
    caption: text,
    /** Short names of the days, Monday first. */
    days: z.array(text).length(7),
    sleep: text,
    work: text,
    session: text,
    free: text,
    /** One line of the key: `{what}`, `{hours}`. */
    key: text,
    /** Times of day beside the drawing: midnight, 6 in the morning, noon, 6 in the evening. */
    times: z.array(text).length(4),
    summary: text,
  }),
  ladder: z.strictObject({
    caption: text,
    outpatient: text,
    iop: text,
    dayProgram: text,
    residential: text,
    homeAtNight: text,
    staysThere: text,
  }),
});
