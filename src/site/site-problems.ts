import type { z } from 'zod';
import { nearest } from '#i18n/nearest.ts';
import { siteSchema } from './config.ts';

/** A field of content/site.yaml that has to be mended. */
export interface SiteProblem {
  /** Dotted, as it stands in the file: `operator.hours.monday.opens`. */
  field: string;
  /** What is wrong and what would be right, as sentences. */
  what: string;
}

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], data);

const within = (schema: z.core.$ZodType | undefined, key: PropertyKey): z.core.$ZodType | undefined => {
  const { def } = (schema?._zod ?? {}) as { def?: { type: string; [part: string]: unknown } };
  if (!def) return undefined;
  const inner = def['innerType'] as z.core.$ZodType | undefined;
  if (inner) return within(inner, key);
  if (def.type === 'array') return def['element'] as z.core.$ZodType;
  return (def['shape'] as Record<PropertyKey, z.core.$ZodType> | undefined)?.[key];
};

/** The fields that may stand at a place of the file. */
function fieldsAt(path: readonly PropertyKey[]): string[] {
  let schema = path.reduce<z.core.$ZodType | undefined>(within, siteSchema);
  while (schema && 'innerType' in schema._zod.def) schema = schema._zod.def['innerType'] as z.core.$ZodType;
  const shape = schema && 'shape' in schema._zod.def ? schema._zod.def['shape'] : {};
  return Object.keys(shape as object);
}

const shown = (value: unknown): string => JSON.stringify(value) ?? 'nothing';

function problemsOf(issue: z.core.$ZodIssue, data: unknown): SiteProblem[] {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(issue.path);
    return issue.keys.map((key) => {
      const near = nearest(key, known);
      const hint = near ? `Did you mean "${near}"?` : `Known: ${known.join(', ')}.`;
      return { field: [...issue.path, key].join('.'), what: `There is no field "${key}". ${hint}` };
    });
  }
  const value = valueAt(data, issue.path);
  if (value === undefined) return [{ field, what: 'It is missing. Add it; src/site/config.ts says what it means.' }];
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    const near = nearest(String(value), allowed);
    const hint = near ? `Did you mean "${near}"? ` : '';
    return [{ field, what: `Found ${shown(value)}. ${hint}Allowed: ${allowed.join(', ')}.` }];
  }
  return [{ field, what: `Found ${shown(value)}. ${issue.message.replace(/[.?]?$/, (end) => end || '.')}` }];
}

/** The settings, or everything that is wrong with them. */
export function readSite(
  data: unknown,
): { site: z.output<typeof siteSchema>; problems: [] } | { site: undefined; problems: SiteProblem[] } {
  const parsed = siteSchema.safeParse(data);
  if (parsed.success) return { site: parsed.data, problems: [] };
  return { site: undefined, problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, data)) };
}

/** One line for each problem: file, field, what is wrong. */
export const printedProblems = (file: string, problems: readonly SiteProblem[]): string =>
  problems.map(({ field, what }) => `${[file, field].filter(Boolean).join(' ')}: ${what}`).join('\n');
