const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The answer to the carrier: the text that goes back to the phone, or none. */
export const twiml = (says?: string): string => {
  const message = says?.replace(/[&<>]/g, (letter) => escaped[letter] ?? letter);
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${message ? `<Message>${message}</Message>` : ''}</Response>`;
};
