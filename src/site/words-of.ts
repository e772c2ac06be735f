/** The words of a text as a search compares them: small letters, no accents, no apostrophes. "¿Cuánto?" → `cuanto`. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
