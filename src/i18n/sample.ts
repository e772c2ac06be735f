/** Addresses that belong to nobody (RFC 2606, RFC 6761). */
const nobodysAddress = /(^|[.@/])example\.(com|net|org)\b|\.(example|test|invalid|localhost)\b/i;
/** Numbers that are kept free for stories: 555-0100 to 555-0199. */
const storyNumber = /555\D{0,2}01\d\d(?!\d)/;
const saysSo = /\b(sample|not a real|placeholder|fictional|lorem ipsum)\b/i;

/** Why a value belongs to nobody; undefined where it may be real. */
export function whySample(value: string): string | undefined {
  if (storyNumber.test(value)) return 'a number for examples, which nobody answers';
  if (nobodysAddress.test(value)) return 'an address for examples, which leads nowhere';
  return saysSo.test(value) ? 'a sample' : undefined;
}

/** Every text within a value, with the field it stands in. */
export function textsIn(value: unknown, field: string): [field: string, text: string][] {
  if (typeof value === 'string') return [[field, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${field}.${key}`));
}
