import { z } from 'zod';

/** What a reader can write or say, in the order of the page. */
export const letterIds = [
  'leave-papers',
  'certification',
  'accommodation',
  'manager',
  'nobody',
  'eap',
  'timetable',
] as const;

/** A letter or a script, named by whom or what it asks. */
export type LetterId = (typeof letterIds)[number];

/**
 * What can be filled in. Nothing says who the reader is: a letter is signed by hand, and what is not typed cannot be left behind on a
 * shared device.
 */
export const fieldNames = ['hr', 'provider', 'program', 'sessions', 'from', 'until', 'hours', 'reply'] as const;

/** The name of a blank in a letter. */
export type FieldName = (typeof fieldNames)[number];

const text = z.string().trim().min(1);

/** A part of a text: plain words, a blank to fill in, or the figure of a fact. */
export type Piece = { words: string } | { field: string } | { fact: string };

/** Cuts "Sessions are {sessions}, {fact:iop-hours-adult}." into words, blanks and facts, in order. */
export const piecesOf = (line: string): Piece[] =>
  line
    .split(/(\{[^{}]*\})/)
    .filter(Boolean)
    .map((piece) => {
      const [, fact, field] = /^\{(?:fact:([^{}]*)|([^{}]*))\}$/.exec(piece) ?? [];
      if (fact !== undefined) return { fact };
      return field === undefined ? { words: piece } : { field };
    });

const holdsOnly = (kind: 'field' | 'fact', known?: readonly string[]) => (line: string) =>
  piecesOf(line).every((piece) => {
    if ('words' in piece) return true;
    const name = kind in piece ? (piece as Record<string, string>)[kind] : undefined;
    return name !== undefined && (known?.includes(name) ?? true);
  });

/** A paragraph of a letter. `{from}` is a blank; a letter states no law, so it names no fact. */
const paragraph = text.refine(
  holdsOnly('field', fieldNames),
  `A letter may hold these blanks and no facts: ${fieldNames.map((name) => `{${name}}`).join(', ')}.`,
);

/** A sentence on the law around `{fact:…}`, or `fact: id` for the whole claim of a fact. No line without a fact. */
const lawLine = z.union([
  text.refine(
    (line) => holdsOnly('fact')(line) && piecesOf(line).some((piece) => 'fact' in piece),
    'A line on the law names at least one fact as {fact:its-id}, and no blanks.',
  ),
  z.strictObject({ fact: text }),
]);

/** A line on the law, as the content has it. */
export type LawLine = z.infer<typeof lawLine>;

const letter = z.strictObject({
  /** What the reader wants to do, as an action. */
  title: text,
  /** `write`: sent or handed over. `say`: in the reader's mouth. */
  kind: z.enum(['write', 'say']),
  /** When it fits, and what to look out for. */
  when: text,
  /** Paragraphs, or lists of them. */
  text: z.array(z.union([paragraph, z.array(paragraph).min(2)])).min(1),
  /** What the law lets an employer ask here. Federal; the note under every box says so. */
  law: z.array(lawLine).min(1),
});

/** `content/letters/<locale>.yaml`: words for work and for programs, and all that stands around them. */
export const lettersSchema = z.strictObject({
  /** Title of the tab. Neutral: it may be read over a shoulder. */
  title: text.max(60),
  description: text.min(70).max(155),
  heading: text,
  lead: text,
  /** What typing does and does not do, and what a shared printer keeps. */
  privacy: text,
  /** In place of the fields, for whom they do not work. */
  withoutScript: text,
  /** Heads the fields of one letter. */
  fillIn: text,
  /** The label of each field, and what stands in its place while it is blank. */
  fields: z.record(z.enum(fieldNames), z.strictObject({ label: text, blank: text })),
  /** Closes a letter: what is written by hand. */
  sign: text,
  print: text,
  copy: text,
  /** Status after copying. */
  copied: text,
  lawHeading: text,
  /** Under every box: `{date}`, the earliest day on which one of its facts was compared. */
  lawNote: text,
  letters: z.record(z.enum(letterIds), letter),
  /** Above the links to guides and pages behind the words. */
  moreHeading: text,
});

/** All words of the letters in one language. */
export type LettersWords = z.infer<typeof lettersSchema>;

/** The fields that a letter has, in the order of `fieldNames`. */
export const fieldsIn = ({ text }: LettersWords['letters'][LetterId]): FieldName[] => {
  const named = new Set(
    text.flat().flatMap((line) => piecesOf(line).flatMap((piece) => ('field' in piece ? piece.field : []))),
  );
  return fieldNames.filter((name) => named.has(name));
};
