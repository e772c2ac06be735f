/** What people can ask for: a call back, information by text, a meeting, a call of a quarter of an hour. */
export const kinds = ['callback', 'text-info', 'meeting', 'short-call'] as const;
export type Kind = (typeof kinds)[number];

/** Whether a form of this kind shows times to choose from. */
export const picksTime = (kind: Kind): boolean => kind === 'short-call';
