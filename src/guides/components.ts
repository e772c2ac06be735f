/** Everything a guide may use besides prose; `astro/components.ts` says how each is drawn. */
export const componentNames = [
  'AskProgram',
  'DangerCard',
  'Fact',
  'Ladder',
  'LevelsTable',
  'NextStep',
  'Table',
  'Term',
  'Week',
] as const;

/** A component of guides. */
export type ComponentName = (typeof componentNames)[number];

/** Ids that every guide's page has besides those of its headings. */
export const anchorsOfEveryGuide = ['in-short', 'ask-a-program', 'next-step', 'sources', 'about-this-page'] as const;
