/** A question about one setting. */
export interface Question {
  /** The field of content/site.yaml, dotted. */
  field: string;
  ask: string;
  /** The value that the words of a person mean. The schema says whether it is one. */
  read(words: string): unknown;
  /** A value as a person would write it, shown as the answer that stays if nothing is typed. */
  show(value: unknown): string;
}

const text = { read: (words: string): unknown => words, show: (value: unknown) => String(value ?? '') };

const yes = /^(y|yes|true)$/i;
const no = /^(n|no|false)$/i;
const yesNo = {
  // Neither: the schema says that it wants a yes or a no.
  read: (words: string): unknown => (yes.test(words) ? true : no.test(words) ? false : words),
  show: (value: unknown) => (value === true ? 'yes' : 'no'),
};

const itemsOf = (words: string): string[] =>
  words
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
const isNone = (words: string): boolean => /^(none|no|-)$/i.test(words);

const list = {
  read: (words: string): unknown => itemsOf(words),
  show: (value: unknown) => (value as string[]).join(', '),
};

const orNone = {
  read: (words: string): unknown => (isNone(words) ? null : words),
  show: (value: unknown) => (value === null ? 'none' : String(value)),
};

const wholeNumber = {
  read: (words: string): unknown => (/^\d+$/.test(words) ? Number(words) : words),
  show: (value: unknown) => String(value),
};

const licences = {
  read: (words: string): unknown =>
    isNone(words) ? [] : itemsOf(words).map((item) => ({ state: item.slice(0, 2), number: item.slice(2).trim() })),
  show: (value: unknown) =>
    (value as { state: string; number: string }[]).map(({ state, number }) => `${state} ${number}`).join(', ') ||
    'none',
};

const payers = {
  read: (words: string): unknown => (isNone(words) ? false : itemsOf(words)),
  show: (value: unknown) => (value === false ? 'no' : (value as string[]).join(', ')),
};

const hours = {
  read(words: string): unknown {
    if (/^(closed|none|-)$/i.test(words)) return null;
    const [opens, closes] = words.split(/\s*(?:-|to)\s*/);
    return { opens, closes: closes ?? '' };
  },
  show(value: unknown) {
    const open = value as { opens: string; closes: string } | null;
    return open ? `${open.opens}-${open.closes}` : 'closed';
  },
};

const processors = {
  read: (words: string): unknown =>
    isNone(words)
      ? []
      : itemsOf(words).map((item) => {
          const [does, ...name] = item.split(' ');
          return { does, name: name.join(' ') };
        }),
  show: (value: unknown) =>
    (value as { does: string; name: string }[]).map(({ does, name }) => `${does} ${name}`).join(', ') || 'none',
};

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Everything that an operator has to say of itself, in the order of a talk. The rest of the file is edited by hand. */
export const questions: readonly Question[] = [
  { field: 'name.en', ask: 'Name of the site in English. It may be read over a shoulder: keep it neutral.', ...text },
  { field: 'name.es', ask: 'Name of the site in Spanish.', ...text },
  {
    field: 'origin',
    ask: 'Its own address, like https://help.your-name.org, or "none" while there is none.',
    ...orNone,
  },
  { field: 'operator.legalName', ask: 'Your registered name, as readers could look it up.', ...text },
  { field: 'operator.whatWeAre', ask: 'What you are: licensed-program or information-service.', ...text },
  {
    field: 'operator.licences',
    ask: 'Licences, each with state and number, like "IL A-123, WI 456", or "none".',
    ...licences,
  },
  { field: 'operator.postalAddress', ask: 'Where a letter arrives.', ...text },
  { field: 'operator.phone', ask: 'Your own line, as people read it.', ...text },
  { field: 'operator.callerIdText', ask: 'What a called phone shows.', ...text },
  { field: 'operator.smsBrand', ask: 'The name that texts carry. Keep it neutral.', ...text },
  { field: 'operator.languages', ask: 'Languages in which a person answers: en, es, or both with a comma.', ...list },
  { field: 'operator.timeZone', ask: 'Your time zone, like America/Chicago.', ...text },
  ...days.map((day) => ({
    field: `operator.hours.${day}`,
    ask: `Hours on ${day[0]?.toUpperCase()}${day.slice(1)}, like 09:00-17:00, or "closed".`,
    ...hours,
  })),
  { field: 'operator.closed.federalHolidays', ask: 'Closed on federal holidays? yes or no.', ...yesNo },
  { field: 'operator.callSeats', ask: 'How many people can you call in the same quarter of an hour?', ...wholeNumber },
  {
    field: 'operator.paidForReferrals',
    ask: 'Does anybody pay for referrals? "no", or every name with commas.',
    ...payers,
  },
  { field: 'operator.isPart2Program', ask: 'Does 42 CFR Part 2 cover you? yes or no.', ...yesNo },
  { field: 'operator.isHipaaCovered', ask: 'Does HIPAA cover you? yes or no.', ...yesNo },
  { field: 'operator.retentionDays', ask: 'Days until an open request is erased, 1 to 30.', ...wholeNumber },
  {
    field: 'operator.historyDays',
    ask: 'Days for which your database can bring back what was erased: 0 on a machine of your own, 30 on Cloudflare (7 on its free plan).',
    ...wholeNumber,
  },
  {
    field: 'operator.correctionsContact',
    ask: 'Where readers report a mistake: mail address, https address, or a phone number.',
    ...text,
  },
  {
    field: 'operator.processors',
    ask: 'Companies that handle requests for you: host, store, texts or mail, then the name, like "host Acme Servers, texts Acme Texting". Name yourself where it is you.',
    ...processors,
  },
  { field: 'contactKinds.callback', ask: 'Can readers ask for a call? yes or no.', ...yesNo },
  { field: 'contactKinds.text-info', ask: 'Can they ask for information by text? yes or no.', ...yesNo },
  { field: 'contactKinds.meeting', ask: 'Can they ask for a meeting? yes or no.', ...yesNo },
  { field: 'contactKinds.short-call', ask: 'Can they book a call of 15 minutes? yes or no.', ...yesNo },
  { field: 'operator.isSample', ask: 'Is any of this still made up? yes or no. Production needs a no.', ...yesNo },
];
