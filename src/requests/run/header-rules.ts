import { z } from 'zod';

/** `dist/headers.json`: the first rule whose prefix fits an address gives its headers. */
export const headerRules = z
  .array(z.object({ prefix: z.string().startsWith('/'), headers: z.record(z.string(), z.string()) }))
  .min(1);
export type HeaderRules = z.infer<typeof headerRules>;

/** The headers of an address. */
export const headersFor = (rules: HeaderRules, path: string): Readonly<Record<string, string>> =>
  rules.find(({ prefix }) => path.startsWith(prefix))?.headers ?? {};
