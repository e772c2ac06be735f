import type { Page } from '#i18n/paths.ts';
import { type Deployment, type FormPage, formPages } from './deployment.ts';

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

/** What a deployment has of the pages that not every one has. */
type Here = Pick<Deployment, 'takesRequests' | 'sendsTexts'> & Partial<Pick<Deployment, 'closedForms' | 'hasProgram'>>;

const isForm = (page: Page): page is FormPage => Object.values<Page>(formPages).includes(page);

/** Whether a link may lead to a page here. A site that takes no requests keeps the pages of the forms, with the helplines, and invites nobody to them. */
export function isLinked(page: Page, here: Here): boolean {
  if (page === 'program') return here.hasProgram ?? false;
  if (!isForm(page)) return true;
  if (here.closedForms?.includes(page)) return false;
  return page === 'text' ? here.sendsTexts : here.takesRequests;
}

/** The pages of a list that this deployment leads to. The operator's own program stands behind the way to find out what fits. */
export const linkedIn = <Name extends Page>(pages: readonly Name[], here: Here): (Name | 'program')[] =>
  pages
    .flatMap((page): (Name | 'program')[] => (page === 'check' ? [page, 'program'] : [page]))
    .filter((page) => isLinked(page, here));
