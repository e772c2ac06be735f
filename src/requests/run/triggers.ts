/** The cron triggers of `wrangler.jsonc`, by what they start. */
export const triggers = {
  /** Delivers what is due. */
  everyMinute: '* * * * *',
  /** Erases what was kept long enough. */
  everyHour: '17 * * * *',
} as const;
