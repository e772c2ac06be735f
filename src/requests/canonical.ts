const sorted = (value: unknown): unknown => {
  if (!value || typeof value !== 'object' || Array.isArray(value)) return value;
  const fields = value as Record<string, unknown>;
  const names = Object.keys(fields).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(fields[name])]));
};

/** A record as JSON with its keys in alphabetical order: the same content gives the same text, so that any program can hash it again. */
export const canonical = (value: unknown): string => JSON.stringify(sorted(value));
