const quotation = /“[^”]*”|«[^»]*»|"[^"]*"|(?<=^|[\s(])‘[^’]*’(?!\p{L})/gu;

/** Spaces of the same length, line ends kept, so that places and lines stay where they were. */
export const blank = (found: string): string => found.replace(/[^\n]/g, ' ');

/** A text without what stands in quotation marks: those are someone else's words. */
export const withoutQuotes = (text: string): string => text.replace(quotation, blank);
