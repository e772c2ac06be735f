import type { Page } from '#i18n/paths.ts';
import type { Deployment } from './deployment.ts';

/** Pages named in the header, in the order every page keeps. */
export const headerPages = ['guides', 'check', 'callBack', 'search', 'helpNow'] as const satisfies readonly Page[];

/** Pages named in the footer. */
export const footerPages = [
  'home',
  'guides',
  'check',
  'howThisQuizDecides',
  'questionsToAsk',
  'glossary',
  'facts',
  'search',
  'contact',
  'callBack',
  'helpNow',
  'planAroundWork',
  'forEmployers',
  'about',
  'howWeWrite',
  'accessibility',
  'privacy',
  'healthData',
  'sharedDevice',
  'terms',
] as const satisfies readonly Page[];

/** Pages beside the guides, each once, for whoever looks through all there is. */
export const otherPages = footerPages.filter((page) => page !== 'guides' && page !== 'search');

const formPages: readonly Page[] = ['callBack', 'text', 'meeting', 'shortCall'];

/** Whether a link may lead to a page here. A site that takes no requests keeps the pages of the forms, with the helplines, and invites nobody to them. */
export const isLinked = (page: Page, here: Pick<Deployment, 'takesRequests' | 'sendsTexts'>): boolean =>
  page === 'text' ? here.sendsTexts : here.takesRequests || !formPages.includes(page);
