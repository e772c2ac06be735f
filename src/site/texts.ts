import { z } from 'zod';

const text = z.string().min(1);

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
    helpNow: text,
    planAroundWork: text,
    forEmployers: text,
    facts: text,
    privacy: text,
    healthData: text,
    sharedDevice: text,
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
    /** The five ways on from the first screen. */
    paths: z.array(z.strictObject({ page: text, label: text, what: text })).min(3),
    ladderHeading: text,
    ladderIntro: text,
    promiseHeading: text,
    promises: z.array(text).min(3),
    guidesHeading: text,
    allGuides: text,
  }),
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
  notFound: z.strictObject({ title: text, description: text, heading: text, lead: text }),
});

/** The parsed `site` section. */
export type SiteTexts = z.infer<typeof siteTexts>;
