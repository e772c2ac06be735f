import { z } from 'zod';

const text = z.string().trim().min(1);

/** A question for a program, its reason and its answer. Figures stand in it as `{fact:iop-hours-adult}`. */
const questionSchema = z.strictObject({
  /** What a reader can say on the phone, word for word. */
  ask: text,
  /** Why it matters, in one or two short sentences. */
  why: text,
  /** What a good answer sounds like, so that a reader can tell it from a smooth one. */
  good: text,
});

/** A list of sentences under a heading. */
const listed = z.strictObject({ heading: text, items: z.array(text).min(1) });

/** `content/call-sheet/<language>.yaml`: what to ask a treatment program on the phone, on one page that prints. */
export const callSheetSchema = z.strictObject({
  /** Title of the tab, at most 60 characters, and the sentence for search results, 70 to 155. */
  title: text.max(60),
  description: text.min(70).max(155),
  heading: text,
  lead: text,
  howHeading: text,
  how: z.array(text).min(1),
  /** How to get it on paper. Not printed. */
  printIt: text,
  /** Words before each part of a question; `answer` names the room to write in. */
  labels: z.strictObject({ ask: text, why: text, good: text, answer: text }),
  /** Lines to fill in at the top of the paper. */
  fields: z.array(text).min(1),
  /** Questions by subject. Both languages have the same subjects in the same order. */
  groups: z
    .array(
      z.strictObject({
        /** Anchor of the subject. */
        id: z.string().regex(/^[a-z]+$/),
        heading: text,
        questions: z.array(questionSchema).min(1),
      }),
    )
    .min(5),
  /** What speaks against a program. */
  flags: listed.extend({ lead: text, after: text }),
  /** Whose questions these are. */
  basis: listed,
  /** Where to find programs. */
  next: listed,
});

/** The parsed call sheet of one language. */
export type CallSheet = z.output<typeof callSheetSchema>;
