import { expect, test } from 'vitest';
import { type GuideFile, grown, planned } from '../../bench/build/corpus.ts';

const guide = (locale: 'en' | 'es', key: string, slug: string, rest = ''): GuideFile => ({
  locale,
  key,
  source: `---\ntitle: About ${key}\nslug: ${slug}\ntranslationKey: ${key}\nrelated: [${rest}]\n---\n\nSee [one](/guides/one/), [uno](/es/guias/uno/#a) and [facts](/facts/).\n`,
});
const real = [guide('en', 'one', 'one', 'two'), guide('es', 'one', 'uno', 'two'), guide('en', 'two', 'two')];

test('a corpus has as many guides as asked for, the real ones first and as they are', () => {
  expect(grown(real, 2)).toEqual(real.slice(0, 2));
  expect(grown(real, 8)).toHaveLength(8);
  expect(grown(real, 8).slice(0, 3)).toEqual(real);
});

test('a copy is a guide of its own: key, address and title', () => {
  const copy = grown(real, 6)[3];
  expect(copy?.key).toBe('one-a');
  expect(copy?.source).toContain('title: "About one a"\nslug: one-a\ntranslationKey: one-a\nrelated: [two-a]\n');
});

test('a copy links within its set; to what its set lacks, and to other pages, it links as its original does', () => {
  const [, , , , spanish, last] = grown(real, 6);
  expect(spanish?.source).toContain('See [one](/guides/one-a/), [uno](/es/guias/uno-a/#a) and [facts](/facts/).');
  expect(last?.source).toContain('[uno](/es/guias/uno-a/#a)');
  const [cut] = grown(real, 4).slice(-1);
  expect(cut?.source).toContain('[one](/guides/one-a/), [uno](/es/guias/uno/#a)');
  expect(cut?.source).toContain('related: []');
});

test('no two guides of one language share a key, an address or a title, however many there are', () => {
  const guides = grown(real, 3000).filter(({ locale }) => locale === 'en');
  for (const field of ['title', 'slug', 'translationKey']) {
    const values = guides.map(({ source }) => new RegExp(`^${field}: (.*)$`, 'm').exec(source)?.[1]);
    expect(new Set(values).size, field).toBe(guides.length);
  }
});

test('a title that would get too long is cut, not refused', () => {
  const long = guide('en', 'x'.repeat(54), 'x');
  const [, copy] = grown([long], 2);
  const title = JSON.parse(/^title: (.*)$/m.exec(copy?.source ?? '')?.[1] ?? '');
  expect(title).toHaveLength(60);
  expect(title).toMatch(/ a$/);
});

test('the content map plans every guide, in Spanish where it is written', () => {
  expect(planned(grown(real, 4))).toEqual({
    one: { spanish: true },
    two: { spanish: false },
    'one-a': { spanish: false },
  });
});
