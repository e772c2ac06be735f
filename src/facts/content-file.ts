import { z } from 'zod';
import { nearest } from '#i18n/nearest.ts';
import { didYouMean, type Finding } from './finding.ts';

/** A path into parsed YAML: `['figure', 'es']`. */
export type Field = readonly PropertyKey[];

/** A file of content as it was read, before any schema has looked at it. */
export interface ContentFile {
  /** Path from the project's root. */
  file: string;
  /** The parsed YAML, or front matter. */
  data: unknown;
  /** The line on which a field stands, or the nearest line above it that exists. */
  lineOf: (field: Field) => number;
}

/** The value that a field holds, undefined where there is none. */
function valueAt(data: unknown, field: Field): unknown {
  return field.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], data);
}

/** The field names a schema allows at a place; none where the place is no object. */
function keysAt(schema: z.ZodType, field: Field): string[] {
  const [first, ...rest] = field;
  if (schema instanceof z.ZodRecord) return keysAt(schema.valueType as z.ZodType, rest);
  if (schema instanceof z.ZodArray) return keysAt(schema.element as z.ZodType, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  if (first === undefined) return Object.keys(schema.shape);
  const inner = schema.shape[first as string] as z.ZodType | undefined;
  return inner ? keysAt(inner, rest) : [];
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function findingsOf(issue: z.core.$ZodIssue, { file, data, lineOf }: ContentFile, schema: z.ZodType): Finding[] {
  const at = (field: Field) => ({ file, line: lineOf(field), field: field.map(String).join('.') });
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => ({
      ...at([...issue.path, key]),
      rule: 'unknown field',
      found: key,
      suggestion: didYouMean(nearest(key, known), `Known fields: ${known.join(', ')}.`),
    }));
  }
  const value = valueAt(data, issue.path);
  if (value === undefined) {
    return [{ ...at(issue.path), rule: 'missing field', found: String(issue.path.at(-1)), suggestion: 'Add it.' }];
  }
  const allowed = issue.code === 'invalid_value' ? issue.values.map(String) : undefined;
  const suggestion = allowed
    ? `${didYouMean(nearest(String(value), allowed), '')} Allowed: ${allowed.join(', ')}.`.trim()
    : issue.message.replace(/\.?$/, '.');
  return [{ ...at(issue.path), rule: 'wrong value', found: shown(value), suggestion }];
}

/** Reads content by its schema: the value, or one finding for every field that is wrong, unknown or missing. */
export function readBy<Schema extends z.ZodType>(
  schema: Schema,
  content: ContentFile,
): { value: z.output<Schema>; findings: [] } | { value: undefined; findings: Finding[] } {
  const result = schema.safeParse(content.data);
  if (result.success) return { value: result.data, findings: [] };
  return { value: undefined, findings: result.error.issues.flatMap((issue) => findingsOf(issue, content, schema)) };
}
