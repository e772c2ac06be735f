import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { factsNamedIn } from '#facts/placeholder.ts';
import { levels } from '#guides/levels.ts';
import { locales } from '#i18n/locale.ts';

test.each(locales)(
  'the table of levels in "%s" names the facts that a guide cites for it, in their order',
  (locale) => {
    const words = parse(readFileSync(`content/ui/${locale}.yaml`, 'utf8')) as {
      guides: { levels: { rows: Record<string, string>[] } };
    };
    const named = words.guides.levels.rows.flatMap((row) => Object.values(row).flatMap(factsNamedIn));
    expect(named).toEqual(levels.map(({ fact }) => fact));
  },
);
