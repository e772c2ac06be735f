import { z } from 'zod';
import { nearest } from '#i18n/nearest.ts';

const path = z
  .string()
  .regex(/^\/([a-z0-9-]+\/)*$/, 'Write a path of this site with its closing slash, like "/guides/what-is-iop/".');

/** One address that moved. */
export const redirectSchema = z.strictObject({
  /** The old path. It was public once and is no page any more. */
  from: path,
  /** The path of the page that answers the same question now. Never another old path. */
  to: path,
  /** Why it moved, for whoever wonders later whether the line may go. */
  reason: z.string().trim().min(1),
  /** The day it moved. */
  date: z.iso.date(),
});

/** `content/redirects.yaml`: every public address that moved. A line stays for good: somebody has it on paper. */
export const redirectsSchema = z.array(redirectSchema);

/** An address that moved. */
export type Redirect = z.output<typeof redirectSchema>;

/** Why a redirect would not work, each as a sentence. `pages` are the paths of all pages. */
export function redirectFaults(redirects: readonly Redirect[], pages: ReadonlySet<string>): string[] {
  const moved = new Map(redirects.map(({ from, to }) => [from, to]));
  const twice = redirects.filter(({ from }, place) => redirects.findIndex((other) => other.from === from) !== place);
  return [
    ...twice.map(({ from }) => `${from} stands twice. Keep the line that is true.`),
    ...redirects.flatMap(({ from, to }) => [
      ...(pages.has(from) ? [`${from} is still a page. Take the line out.`] : []),
      ...(from.startsWith('/api/') ? [`${from} belongs to the endpoint. It cannot move.`] : []),
      ...(pages.has(to) ? [] : [missing(from, to, moved.get(to), pages)]),
    ]),
  ];
}

function missing(from: string, to: string, next: string | undefined, pages: ReadonlySet<string>): string {
  if (next) return `${from} leads to ${to}, which has moved, too. Write ${next}.`;
  const meant = nearest(to, pages);
  return `${from} leads to ${to}, and no page has this path.${meant ? ` Did you mean ${meant}?` : ''}`;
}

/** The redirects as lines of a `_redirects` file, which several hosts and our own server read. Old paths also without the closing slash. */
export const hostRules = (redirects: readonly Redirect[]): string =>
  redirects.map(({ from, to }) => `${from} ${to} 301\n${from.slice(0, -1)} ${to} 301\n`).join('');
