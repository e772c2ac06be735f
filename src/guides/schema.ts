import { z } from 'zod';
import { day } from '#facts/day.ts';
import { locales } from '#i18n/locale.ts';

/** Dangers that put the emergency card above everything else on the page. */
export const dangers = ['withdrawal', 'overdose', 'suicide'] as const;

/** A danger that a guide may have to warn about first. */
export type Danger = (typeof dangers)[number];

/** Whom a guide is written for: someone finding out, someone with a job, someone who cares about another person. */
export const audiences = ['researching', 'working', 'family'] as const;

/** A kind of reader. */
export type Audience = (typeof audiences)[number];

/** Someone real who checked a guide. Record no one who has not. */
const reviewerSchema = z.strictObject({
  /** Full name, as the person signs. */
  name: z.string().trim().min(1),
  /** Licence or training that makes the review worth something: "LCSW, Illinois". */
  credentials: z.string().trim().min(1),
  /** The day the review was finished. */
  reviewed: day,
});

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Write small letters, digits and single hyphens: "what-is-iop".');

/** The front matter of `content/guides/<language>/<translationKey>.mdx`. Figures stand in it as `{fact:iop-hours-adult}`. */
export const guideSchema = z.strictObject({
  /** What this file is. */
  kind: z.literal('guide'),
  /** The reader's question or topic, at most 60 characters: search results cut the rest. Also the page's h1. */
  title: z.string().trim().min(1).max(60),
  /** The answer in one or two sentences for search results: 70 to 155 characters, which the checks measure with figures in place. */
  description: z.string().trim().min(1),
  /** The last part of the address, in the guide's own language. An address is a contract: never rename. */
  slug,
  /** What joins the language versions of one guide: the English slug. */
  translationKey: slug,
  /** The language of the text; the folder says the same. */
  lang: z.enum(locales),
  /** Whom it is for, the main reader first. */
  audience: z.array(z.enum(audiences)).min(1),
  /** The questions it answers, by number of the content map: "Q2". */
  questions: z.array(z.string().regex(/^Q\d{1,2}$/, 'Write a question of the content map, like "Q2".')).min(1),
  /** "In short": three sentences that answer the question for a reader who reads no further. */
  summary: z.array(z.string().trim().min(1)).length(3),
  /** The day the guide first went online. */
  datePublished: day,
  /** The day its words last changed in a way a reader would notice. */
  dateModified: day,
  /** The day someone last compared the whole guide with its sources. Null until someone has. */
  lastReviewed: day.nullable(),
  /** The day by which it must be compared again; the page says so when that day has passed. */
  reviewBy: day,
  /** Clinicians who reviewed it. Empty until a real one has; the page says so. */
  reviewers: z.array(reviewerSchema),
  /** Who read the Spanish text as a second reader. Null until someone real has. Spanish only. */
  translationReviewedBy: z.string().trim().min(1).nullable().optional(),
  /** Glossary ids of the hard words in it. */
  glossary: z.array(z.string()),
  /** Up to three guides to read next, by translationKey. */
  related: z.array(slug).max(3),
  /** Dangers named in the text. Each puts its card first. */
  warnings: z.array(z.enum(dangers)),
  /** Why a page on law or insurance may read somewhat harder than the rest, in a sentence. Leave it out on every other page. */
  readingReason: z.string().trim().min(20).optional(),
});

/** The front matter of a guide as the rest of the site sees it. */
export type Guide = z.output<typeof guideSchema>;
