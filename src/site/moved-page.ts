import type { Locale } from '#i18n/locale.ts';
import type { SiteTexts } from './texts.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<"]/g, (character) => entities[character] ?? '');

/**
 * What stands at an old path for hosts that know no redirect rules: a page that leads on at once, without style or script, so that it
 * needs no place in a policy. `url` is the absolute address of the new page.
 */
export const movedPage = (url: string, locale: Locale, { title, link }: SiteTexts['moved']): string =>
  [
    '<!doctype html>',
    `<html lang="${locale}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escaped(title)}</title>`,
    `<meta http-equiv="refresh" content="0; url=${escaped(url)}">`,
    '<meta name="robots" content="noindex">',
    `<link rel="canonical" href="${escaped(url)}">`,
    '</head>',
    '<body>',
    `<main><h1>${escaped(title)}</h1><p><a href="${escaped(url)}">${escaped(link)}</a></p></main>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
