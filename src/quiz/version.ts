/** Version of the rules: the first number changes when some answers get another outcome. */
export const version = '1.0.0';

/** What changed in the rules, newest first. Days are ISO dates. */
export const changes = [
  { version: '1.0.0', day: '2026-11-22', change: { en: 'First version.', es: 'Primera versión.' } },
] as const;
