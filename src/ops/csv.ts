/** What a spreadsheet takes for the start of a formula, in the wide forms of East Asian keyboards, too. */
const startsFormula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/**
 * One cell that no spreadsheet takes for anything but text. Line breaks, tabs and semicolons go: a program that splits at those
 * would start a new cell, and with it perhaps a formula, in the middle of this one.
 */
export function csvCell(value: unknown): string {
  const text = String(value ?? '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(';', ',')
    .trim();
  const harmless = startsFormula.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** Rows with these columns as RFC 4180 wants them, behind the mark by which spreadsheets know UTF-8. */
export function csv(columns: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return `\uFEFF${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}`;
}
