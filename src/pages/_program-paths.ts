import type { Locale } from '#i18n/locale.ts';
import { pathTo } from '#i18n/paths.ts';
import { site } from '#site/astro/site.ts';

/** The address of the operator's own program, where the settings hold one; no page otherwise. */
export const programPaths = (locale: Locale) => async (): Promise<{ params: { program: string | undefined } }[]> => {
  const { program } = await site();
  return program ? [{ params: { program: pathTo('program', locale).split('/').at(-2) } }] : [];
};
