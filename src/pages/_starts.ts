/**
 * Where each kind of reader can start from the home page, in order: fixed pages by name, guides by translationKey. A guide that does
 * not exist in a language is left out there.
 */
export const starts = {
  me: [
    'check',
    'what-is-iop',
    'levels-of-care',
    'is-iop-right-for-me',
    'withdrawal-and-detox-safety',
    'medications-in-treatment',
    'cost-and-insurance',
    'questionsToAsk',
  ],
  work: [
    'working-during-iop',
    'telling-your-employer',
    'fmla-for-treatment',
    'ada-and-job-protection',
    'iop-weekly-schedule',
    'pay-during-treatment',
  ],
  family: [
    'help-someone-you-care-about',
    'check',
    'withdrawal-and-detox-safety',
    'parents-pregnancy-and-caregivers',
    'find-and-compare-programs',
  ],
  quiet: ['glossary', 'howThisQuizDecides', 'privacy-and-treatment-records', 'sharedDevice', 'contact'],
} as const satisfies Record<string, readonly string[]>;
