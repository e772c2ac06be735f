import type { Page } from '#i18n/paths.ts';

/** Pages named in the header, in the order every page keeps. */
export const headerPages = ['guides', 'check', 'callBack', 'helpNow'] as const satisfies readonly Page[];

/** Pages named in the footer. */
export const footerPages = [
  'home',
  'guides',
  'check',
  'callBack',
  'helpNow',
  'facts',
  'privacy',
  'healthData',
] as const satisfies readonly Page[];
