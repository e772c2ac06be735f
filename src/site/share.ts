/** Sites a page can be shared on, each with the address that opens its form. It is told the page's address and nothing else. */
const forms = {
  bluesky: { name: 'Bluesky', open: 'https://bsky.app/intent/compose?text=' },
  facebook: { name: 'Facebook', open: 'https://www.facebook.com/sharer/sharer.php?u=' },
  linkedin: { name: 'LinkedIn', open: 'https://www.linkedin.com/sharing/share-offsite/?url=' },
  reddit: { name: 'Reddit', open: 'https://www.reddit.com/submit?url=' },
  whatsapp: { name: 'WhatsApp', open: 'https://wa.me/?text=' },
  x: { name: 'X', open: 'https://x.com/intent/post?url=' },
} as const;

/** A site that an operator can turn on in `content/site.yaml`. */
export type ShareSite = keyof typeof forms;

/** All of them. */
export const shareSites = Object.keys(forms) as [ShareSite, ...ShareSite[]];

/** A plain link to a site's form for a page. */
export const shareLink = (site: ShareSite, url: string): { name: string; href: string } => ({
  name: forms[site].name,
  href: forms[site].open + encodeURIComponent(url),
});

/** A letter to be written in the reader's own mail program. Without `to`, the reader says who gets it. */
export const mailto = (letter: { to?: string; subject: string; body: string }): string =>
  `mailto:${letter.to ?? ''}?subject=${encodeURIComponent(letter.subject)}&body=${encodeURIComponent(letter.body)}`;

/** An address as people read it out: without the protocol. */
export const shortAddress = (url: string): string => url.replace(/^https?:\/\//, '');
