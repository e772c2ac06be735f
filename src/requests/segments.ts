/** The letters of the GSM 03.38 alphabet: a text of these alone is sent in seven bits each. */
const gsm = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Letters of its extension: each takes the room of two. */
const gsmExtension = new Set('\f^{}\\[~]|€');

/** How a text travels, and in how many pieces. Every piece is paid for, and a phone may show pieces in the wrong order. */
export interface Segments {
  alphabet: 'GSM-7' | 'UCS-2';
  count: number;
}

/** Pieces of a text as carriers cut it: 160 letters or 153 in each of several; with any other letter in it 70 or 67. */
export function segmentsOf(text: string): Segments {
  const letters = [...text];
  const isGsm = letters.every((letter) => gsm.has(letter) || gsmExtension.has(letter));
  const length = isGsm ? letters.reduce((sum, letter) => sum + (gsmExtension.has(letter) ? 2 : 1), 0) : text.length;
  const [alone, each] = isGsm ? [160, 153] : [70, 67];
  return { alphabet: isGsm ? 'GSM-7' : 'UCS-2', count: length <= alone ? 1 : Math.ceil(length / each) };
}
