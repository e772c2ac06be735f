import { html } from 'hono/html';
import { fill } from '#i18n/fill.ts';
import { type Locale, locales, regionalTag } from '#i18n/locale.ts';
import { localTime } from '#i18n/time-zone.ts';
import type { DeskTexts } from '../desk-texts.ts';

/** What `html` makes: every value in it is escaped. */
export type Html = ReturnType<typeof html>;

/** What every page of the desk is made with. */
export interface Frame {
  words: DeskTexts;
  locale: Locale;
  /** Where the desk is, with a closing slash. */
  base: string;
  legalName: string;
  /** The operator's zone. */
  timeZone: string;
}

/** The address of a page of the desk in this language. */
export const pathIn = ({ base, locale }: Pick<Frame, 'base' | 'locale'>, path = ''): string =>
  `${base}${locale}/${path}`;

/** A moment on the operator's clocks: `2026-11-24 09:00`. */
export const sayTime = (moment: string | Date, { timeZone }: Pick<Frame, 'timeZone'>): string =>
  localTime(new Date(moment), timeZone).slice(0, 16).replace('T', ' ');

/** The button that opens a request. Its reference goes in the body, so that no address holds it. */
export const openForm = (reference: string, frame: Frame): Html =>
  html`<form method="post" action="${pathIn(frame, 'request')}"><input type="hidden" name="reference" value="${reference}"><button>${fill(frame.words.list.open, { reference })}</button></form>`;

/** A whole page. `links`: whether there is a list to switch the language of. */
export function page(heading: string, main: Html, frame: Frame, { links = true } = {}): Html {
  const { words, locale, base, legalName } = frame;
  const title = fill(words.pageTitle, { page: heading, legalName });
  const other = locales.find((one) => one !== locale) ?? locale;
  const language = html`<a href="${pathIn({ base, locale: other })}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a>`;
  return html`<!doctype html>
<html lang="${regionalTag[locale]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${base}desk.css">
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header><p><strong>${words.title}</strong> · ${legalName}</p>${links && language}</header>
<main id="main" tabindex="-1">
<h1>${heading}</h1>
${main}
</main>
</body>
</html>`;
}
