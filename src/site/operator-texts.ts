import { z } from 'zod';

const text = z.string().min(1);

/** The words around what the operator says of itself: block `site.own` of `content/ui/<locale>.yaml`. */
export const operatorTexts = z.strictObject({
  /** In place of a form that the operator has turned off. */
  closedWay: z.strictObject({ heading: text, lead: text }),
  /** `{languages}` */
  answersIn: text,
  languages: z.strictObject({ en: text, es: text }),
  and: text,
  holidays: text,
  /** `{days}` */
  closedDays: text,
  /** `{legalName}` in the heading. */
  chat: z.strictObject({ heading: text, elsewhere: text, open: text }),
  /** `{legalName}` in the sentence before the list. */
  processors: z.strictObject({
    intro: text,
    does: z.strictObject({ host: text, store: text, texts: text, mail: text }),
  }),
  /** Only where the database keeps a history. `{days}`, `{legalName}` */
  history: text,
  program: z.strictObject({
    /** `{name}` */
    description: text,
    runBy: text,
    offers: text,
    timetable: text,
    /** `{zone}` */
    zone: text,
    places: z.strictObject({ 'on-site': text, online: text }),
    fits: text,
    whoPays: text,
    licence: text,
    noLicence: text,
    complain: text,
    complainIntro: text,
  }),
});
export type OperatorTexts = z.infer<typeof operatorTexts>;
