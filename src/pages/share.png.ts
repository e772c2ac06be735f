import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { ownAccent } from '#site/accent.ts';
import { site } from '#site/astro/site.ts';
import drawing from '../site/share-image.svg?raw';

/** The one picture that stands beside links to any page of the site. It has no words, so it gives nobody away and needs no font. */
export const GET: APIRoute = async () => {
  const { accent } = await site();
  const png = await sharp(Buffer.from(drawing.replace(ownAccent.light, accent?.light ?? ownAccent.light)))
    .png({ palette: true })
    .toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
