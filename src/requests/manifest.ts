import { z } from 'zod';
import { locales } from '#i18n/locale.ts';
import { agreements } from './disclosure.ts';
import { closedDays } from './holidays.ts';
import { openingHours } from './hours.ts';
import { kinds } from './kind.ts';
import { templates } from './ports.ts';
import { texting } from './text-message.ts';
import { requestTexts } from './texts.ts';

const text = z.string().min(1);
const perLocale = <Value extends z.ZodType>(value: Value) => z.strictObject({ en: value, es: value });

/** What the forms and the endpoint know of the operator. */
export const manifestOperator = z.strictObject({
  /** True while the values are made up; production does not start with it. */
  isSample: z.boolean(),
  legalName: text,
  timeZone: text,
  hours: openingHours,
  closed: closedDays.optional(),
  /** How many people can be called in the same quarter of an hour. */
  callSeats: z.int().min(1),
  /** Days after which a request is erased, as the consent promises. */
  retentionDays: z.int().min(1).max(30),
  /** Days for which the database can bring back what was erased, as readers are told. */
  historyDays: z.int().min(0),
});
export type ManifestOperator = z.infer<typeof manifestOperator>;

/** `dist/endpoint.json`: what the build tells the endpoint, so that both say and check the same. Nothing in it is secret. */
export const manifest = z.strictObject({
  mode: z.enum(['demo', 'rehearsal', 'production']),
  /** The site's own origin, without a closing slash. */
  origin: z.url(),
  /** False = guide-only: there is no endpoint. */
  takesRequests: z.boolean(),
  buildId: text,
  /** The ways that the operator has turned off. A way without a page that is not among them is one that the build could not offer. */
  closedKinds: z.array(z.enum(kinds)).default([]),
  operator: manifestOperator,
  texts: perLocale(requestTexts),
  texting,
  /** A number that answers when this site cannot: the operator's, or a public one while the operator is a sample. */
  callInstead: text,
  /** The public lines, for whoever a demonstration has to turn away. */
  helplines: z.array(z.strictObject({ name: perLocale(text), number: text })).min(1),
  /** Every wording of consent that a form may have shown, as it reads with the operator's values. */
  disclosures: z.array(
    z.strictObject({
      version: text,
      locale: z.enum(locales),
      kind: z.enum(agreements),
      text,
      sha256: z.hash('sha256'),
    }),
  ),
  /** The paths of the built pages that answers are made from. A kind without a page is not taken. */
  pages: z.partialRecord(z.enum(templates), perLocale(text)),
});

/** The parsed manifest. */
export type Manifest = z.infer<typeof manifest>;
export type Mode = Manifest['mode'];
