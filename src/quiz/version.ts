/** Version of the rules, also the newest line of `change-log.ts`: the first number changes when some answers get another outcome. */
export const version = '1.0.0';
