import type { APIRoute } from 'astro';
import sharp from 'sharp';
import drawing from '../site/share-image.svg?raw';

/** The one picture that stands beside links to any page of the site. It has no words, so it gives nobody away and needs no font. */
export const GET: APIRoute = async () => {
  const png = await sharp(Buffer.from(drawing)).png({ palette: true }).toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
