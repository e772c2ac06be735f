/** Guides by what they are about, in order of reading: translationKeys of the content map. Readers see `guides.list.subjects`. */
export const subjects = {
  kinds: [
    'what-is-iop',
    'levels-of-care',
    'is-iop-right-for-me',
    'standard-outpatient-treatment',
    'inpatient-and-residential-treatment',
    'online-iop',
    'does-iop-work',
  ],
  safety: ['withdrawal-and-detox-safety', 'medications-in-treatment', 'slips-and-return-to-use'],
  inside: [
    'intake-and-assessment',
    'first-week-in-iop',
    'iop-weekly-schedule',
    'group-therapy',
    'support-groups-and-alternatives',
    'drug-testing-in-treatment',
    'mental-health-and-iop',
    'after-iop',
  ],
  work: [
    'working-during-iop',
    'telling-your-employer',
    'fmla-for-treatment',
    'ada-and-job-protection',
    'pay-during-treatment',
    'employee-assistance-programs',
    'licensed-and-safety-sensitive-jobs',
  ],
  money: ['find-and-compare-programs', 'cost-and-insurance', 'paying-without-insurance'],
  law: ['privacy-and-treatment-records', 'court-ordered-treatment'],
  family: [
    'help-someone-you-care-about',
    'parents-pregnancy-and-caregivers',
    'home-transport-and-recovery-housing',
    'students-and-young-adults',
  ],
} as const satisfies Record<string, readonly string[]>;

/** A subject that guides are about. */
export type Subject = keyof typeof subjects;

/** All subjects in order. */
export const subjectNames = Object.keys(subjects) as Subject[];

const subjectByKey: ReadonlyMap<string, Subject> = new Map(
  subjectNames.flatMap((name) => subjects[name].map((key) => [key, name] as const)),
);

/** The subject of a guide; undefined for one that the content map does not plan. */
export const subjectOf = (key: string): Subject | undefined => subjectByKey.get(key);

/** Groups of guides, one per subject that has any, each in order of reading. */
export function bySubject<G extends { translationKey: string }>(
  guides: readonly G[],
): { subject: Subject; guides: G[] }[] {
  const byKey = new Map(guides.map((guide) => [guide.translationKey, guide]));
  return subjectNames
    .map((subject) => ({
      subject,
      guides: subjects[subject].flatMap((key) => byKey.get(key) ?? []),
    }))
    .filter(({ guides: found }) => found.length > 0);
}
