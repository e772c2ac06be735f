import { hiddenFields, knownFields } from './fields.ts';
import { type CareRequest, forms } from './forms.ts';
import { type Kind, kinds } from './kind.ts';
import { type Offer, problemsTogether } from './offer.ts';
import { type FieldCode, type FieldProblem, fieldCode } from './problem.ts';

/** A request, or what keeps it from being one. `dropped` counts the fields that were not ours and were never read. */
export type Reading =
  | { ok: true; request: CareRequest; dropped: number }
  | { ok: false; problems: FieldProblem[]; dropped: number };

const isKnown = (name: string): boolean => (knownFields as readonly string[]).includes(name);
const codeOf = (message: string): FieldCode => fieldCode.safeParse(message).data ?? 'field.not-here';

/** Our own fields only; a field left empty counts as absent. Spaces around a value are the keyboard's, not the person's. */
function ownFields(submitted: Readonly<Record<string, unknown>>): { fields: Record<string, unknown>; dropped: number } {
  const fields: Record<string, unknown> = {};
  let dropped = 0;
  for (const name of Object.keys(submitted)) {
    if (!isKnown(name)) {
      dropped += 1;
      continue;
    }
    const value = submitted[name];
    const trimmed = typeof value === 'string' ? value.trim() : value;
    if (trimmed !== '') fields[name] = trimmed;
  }
  return { fields, dropped };
}

/** The page of a meeting asks about calls whether or not there is a number to call; without one the answers mean nothing. */
function withoutIdleAnswers(fields: Record<string, unknown>, kind: Kind): Record<string, unknown> {
  if (kind !== 'meeting' || fields['phone'] !== undefined) return fields;
  const { voicemail: _, someoneElseAnswers: __, ...rest } = fields;
  return rest;
}

/** One problem per field, in the order of the form; fields of another kind come last. */
function inFormOrder(problems: readonly FieldProblem[], kind: Kind): FieldProblem[] {
  const order = [...Object.keys(forms[kind].shape), ...knownFields];
  const first = new Map(problems.toReversed().map((problem) => [problem.field, problem]));
  return [...first.values()].sort((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
}

/** Reads a submitted form, whether it came urlencoded or as JSON. */
export function readRequest(submitted: Readonly<Record<string, unknown>>, offer: Offer): Reading {
  const { fields, dropped } = ownFields(submitted);
  const kind = kindOf(fields);
  if (!kind || !offer.kinds.includes(kind)) {
    return { ok: false, problems: [{ field: 'kind', code: 'kind.unknown' }], dropped };
  }
  const parsed = forms[kind].safeParse(withoutIdleAnswers(fields, kind));
  const problems = parsed.success
    ? problemsTogether(parsed.data, offer)
    : parsed.error.issues.flatMap((issue) => {
        const names = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])];
        return names.map((field) => ({ field, code: codeOf(issue.message) }));
      });
  if (parsed.success && problems.length === 0) return { ok: true, request: parsed.data, dropped };
  return { ok: false, problems: inFormOrder(problems, kind), dropped };
}

/** Which form this was, where it says so. */
export const kindOf = (fields: Readonly<Record<string, unknown>>): Kind | undefined =>
  kinds.find((kind) => kind === fields['kind']);

/** Whether a value has the form of a key that our pages make. */
export const isRequestId = (value: unknown): value is string =>
  hiddenFields.requestId.unwrap().safeParse(value).success;
