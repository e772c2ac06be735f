import { expect, test } from 'vitest';
import { kinds } from '#requests/kind.ts';
import { texts } from './fixtures.ts';

const both = kinds.flatMap((kind) =>
  (['ask', 'done'] as const).flatMap((when) => [
    { kind, when, said: texts.en.cancel[when][kind] },
    { kind, when, said: texts.es.cancel[when][kind] },
  ]),
);

test.each(both.filter(({ kind }) => kind !== 'text-info'))(
  'who cancels a $kind is told ($when) that another request stands, and has a link of its own',
  ({ said }) => {
    expect(said).toMatch(/[Aa]nother (?:one|request) that you sent has its own link|Si envió otra/);
    expect(said).not.toMatch(/We will not call\.|No le llamaremos\./);
  },
);

test.each(both.filter(({ kind }) => kind === 'text-info'))(
  'who cancels texts is told ($when) that one on its way may still come',
  ({ said }) => expect(said).toMatch(/already on its way may still come|ya va en camino/),
);
