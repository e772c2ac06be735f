import { z } from 'zod';
import { operatorTexts } from './operator-texts.ts';
import { searchTexts } from './search-texts.ts';

const text = z.string().min(1);

/** A link and what it leads to, in one or two short sentences. */
const way = z.strictObject({ label: text, what: text });
/** A part of the home page for one kind of reader: what it offers them, before the links. */
const start = z.strictObject({ heading: text, intro: text });

/** The words of the frame around every page: section `site` of `content/ui/<locale>.yaml`. */
export const siteTexts = z.strictObject({
  /** First link of every page. */
  skip: text,
  /** The plain way out, and what it does not do. */
  leave: text,
  leaveLimit: text,
  leaving: z.strictObject({
    /** All that is left to see and hear of a page that was left. */
    loading: text,
    /** Leaving by keyboard: what it is, its switch, and what is said while somebody uses it. */
    shift: z.strictObject({
      what: text,
      turnOff: text,
      turnOn: text,
      isOff: text,
      isOn: text,
      twoMore: text,
      oneMore: text,
    }),
  }),
  /** Names of the navigation landmarks, for screen readers. */
  mainNavigation: text,
  footerNavigation: text,
  /** Links of the header and footer, by page. */
  links: z.strictObject({
    home: text,
    guides: text,
    check: text,
    howThisQuizDecides: text,
    callBack: text,
    contact: text,
    helpNow: text,
    planAroundWork: text,
    forEmployers: text,
    facts: text,
    search: text,
    glossary: text,
    questionsToAsk: text,
    program: text,
    about: text,
    howWeWrite: text,
    accessibility: text,
    privacy: text,
    healthData: text,
    sharedDevice: text,
    terms: text,
  }),
  /** Link to this page in the other language, written in that language. */
  switchLanguage: text,
  /** Heading of the crisis lines in the footer, and the verbs before each number. */
  crisis: z.strictObject({ heading: text, call: text, text: text }),
  /** What this site is and is not; the last lines of every page. */
  notReviewed: text,
  whoRuns: z.strictObject({ demo: text, rehearsal: text, operator: text }),
  rehearsalBanner: text,
  home: z.strictObject({
    title: text,
    heading: text,
    lead: text,
    /** The ways on from the first screen, in order: to a page, or to a part of this one. */
    ways: z.strictObject({ check: way, work: way, family: way, quiet: way, helpNow: way }),
    /** The parts of the page, one per kind of reader. */
    starts: z.strictObject({ me: start, work: start, family: start, quiet: start }),
    ladderHeading: text,
    ladderIntro: text,
    promiseHeading: text,
    promises: z.array(text).min(3),
    table: text,
    allGuides: text,
  }),
  /** How to find out about the operator, on the page about this site: before each value. `{state}` of a licence. */
  operator: z.strictObject({ address: text, phone: text, licence: text }),
  own: operatorTexts,
  /** The foot of every page on paper. `{name}`, `{date}` of the build. */
  printed: text,
  helpNow: z.strictObject({
    title: text,
    description: text,
    heading: text,
    lead: text,
    emergencyHeading: text,
    emergencySigns: z.array(text).min(3),
    whileWaitingHeading: text,
    whileWaiting: z.array(text).min(2),
    crisisHeading: text,
    crisisIntro: text,
    othersHeading: text,
    treatmentHeading: text,
    treatmentIntro: text,
    checkedOn: text,
    factsNote: text,
  }),
  search: searchTexts,
  notFound: z.strictObject({ title: text, description: text, heading: text, lead: text }),
  /** At an old address that leads on to the new one. */
  moved: z.strictObject({ title: text, link: text }),
  /** Passing a guide on. Neutral words: the subject stands in a mailbox. */
  share: z.strictObject({
    /** Opens the reader's mail program. */
    mail: text,
    /** Subject of that mail. It says nothing of what the page is about. */
    subject: text,
    /** Goes on after the link, before the address: the other way, and what to know of it. */
    copy: text,
    /** `{site}`, where the operator turned sites on. */
    on: text,
  }),
  /** Reporting a mistake on a guide. */
  corrections: z.strictObject({
    /** Before the contact. */
    tell: text,
    /** While there is nobody to tell. */
    nobody: text,
    /** Subject of the mail. */
    subject: text,
  }),
  /** Who runs a guide's site, and who has money in it. */
  whoPays: z.strictObject({
    /** While the operator is a sample. */
    nobody: text,
    /** By what the operator is. `{legalName}` */
    operator: z.strictObject({ 'licensed-program': text, 'information-service': text }),
    /** Where somebody pays for referrals. `{payers}` */
    payers: text,
    /** Where nobody does. */
    noPayers: text,
    noAds: text,
  }),
});

/** The parsed `site` section. */
export type SiteTexts = z.infer<typeof siteTexts>;
