import { expect, test } from 'vitest';
import { sharedStyle, stylesFor, withOneStyle } from '#site/build/light-styles.ts';
import { marksIn, shortNames, withoutIdleMarks } from '#site/build/marks.ts';

const used = (...names: string[]) => {
  const marks = new Set(names.map((name) => `data-astro-cid-${name}`));
  return (mark: string) => marks.has(mark);
};
/** Each page with the style that all share. */
function lightened(pages: readonly string[]): string[] {
  const style = sharedStyle();
  for (const page of pages) style.look(page);
  return pages.map((page) => style.lighten(page));
}

const a = '[data-astro-cid-aaaaaaaa]';
const b = '[data-astro-cid-bbbbbbbb]';

test('the marks of a page are those on its elements, not those in its styles', () => {
  expect(marksIn(`<style>p${b}{}</style><p data-astro-cid-aaaaaaaa>x</p>`)).toEqual(['data-astro-cid-aaaaaaaa']);
});

test('rules of a component that is not there go, all others stay to the letter', () => {
  const css = `@layer base{p,a:is(b,i):hover{margin:0}}@layer page{p${a}{margin:1px}li${b}{margin:2px}.x${a} li${b}{margin:3px}}`;
  expect(stylesFor(css, used('aaaaaaaa', 'bbbbbbbb'))).toBe(css);
  expect(stylesFor(css, used('aaaaaaaa'))).toBe(
    `@layer base{p,a:is(b,i):hover{margin:0}}@layer page{p${a}{margin:1px}}`,
  );
});

test('of a list of selectors only those go that can meet nothing', () => {
  const css = `p${a}:has(i,u:not(s)),nav${b} :is(th,td:not(.x,.y)),q{margin:0}`;
  expect(stylesFor(css, used('aaaaaaaa'))).toBe(`p${a}:has(i,u:not(s)),q{margin:0}`);
});

test('what is left empty goes, too, and the order of the layers stays', () => {
  const css = `@layer tokens,base,page;@layer page{@media (width<30rem){p${b}{margin:0}}}@layer page{p${a}{margin:0}}`;
  expect(stylesFor(css, used('aaaaaaaa'))).toBe(`@layer tokens,base,page;@layer page{p${a}{margin:0}}`);
});

test('the styles of a head become one, where the last one stood; those of the body stay where they are', () => {
  const page =
    '<head><style>\n @layer x, y;\n</style><title>T</title><style>p{}</style><meta name="m"></head><body><style>q{}</style>';
  expect(withOneStyle(page, 'all{}')).toBe(
    '<head><title>T</title><style>all{}</style><meta name="m"></head><body><style>q{}</style>',
  );
});

test('a page without styles stays as it is', () => {
  const page = '<head><title>T</title></head><body></body>';
  expect(lightened([page])).toEqual([page]);
});

test('pages under one policy share one sheet: the order of the layers first, each part once, nothing that none of them needs', () => {
  const frame = `@layer base{p{margin:0}}@layer page{q${b}{margin:9px}}`;
  const page = (sheet: string, body: string) =>
    `<head><style>\n  @layer base, page;\n</style><style>${frame}\n${sheet}\n</style></head>${body}`;
  const pages = [
    page(`@layer page{i${a}{margin:1px}}`, '<i data-astro-cid-aaaaaaaa>x</i>'),
    page('@layer page{u[data-astro-cid-cccccccc]{margin:2px}}', '<u data-astro-cid-cccccccc>x</u>'),
  ];
  const [one, other] = lightened(pages);
  const css = `@layer base, page;@layer base{p{margin:0}}@layer page{i${a}{margin:1px}}@layer page{u[data-astro-cid-cccccccc]{margin:2px}}`;
  expect(one).toBe(`<head><style>${css}</style></head><i data-astro-cid-aaaaaaaa>x</i>`);
  expect(other).toBe(`<head><style>${css}</style></head><u data-astro-cid-cccccccc>x</u>`);
});

test('a sheet that a later one opens with is left out', () => {
  const page = '<head><style>@layer page{p{margin:0}}\n@layer page{p{margin:0}q{margin:1px}}</style></head>';
  expect(lightened([page])[0]).toBe('<head><style>@layer page{p{margin:0}q{margin:1px}}</style></head>');
  const other = '<head><style>@layer page{p{margin:0}q{margin:1px}}\n@layer page{p{margin:0}}</style></head>';
  expect(lightened([other])[0]).toContain('q{margin:1px}}@layer page{p{margin:0}}');
});

test('a mark gets the same short name in styles and on elements, on every page', () => {
  const short = shortNames(['data-astro-cid-cccccccc', 'data-astro-cid-aaaaaaaa', 'data-astro-cid-cccccccc']);
  expect(short(`<style>p${a}{}</style><p data-astro-cid-aaaaaaaa>x</p>`)).toBe(
    '<style>p[data-0]{}</style><p data-0>x</p>',
  );
  expect(short('<b data-astro-cid-cccccccc>')).toBe('<b data-1>');
});

test('an element loses its mark where no rule can mean it, and only there', () => {
  const page =
    '<p data-astro-cid-aaaaaaaa><b class="x y" data-astro-cid-aaaaaaaa="">x</b><i data-astro-cid-aaaaaaaa>z</i></p>';
  expect(withoutIdleMarks(`p${a}:hover,.y${a} q{}`)(page)).toBe(
    '<p data-astro-cid-aaaaaaaa><b class="x y" data-astro-cid-aaaaaaaa="">x</b><i>z</i></p>',
  );
  for (const selector of [a, `:is(p,q)${a}`, `p.x${a}`, `${a}[aria-current]`, `::before${a}`]) {
    expect(withoutIdleMarks(`${selector}{}`)(page), selector).toBe(page);
  }
});

test('an element with the marks of two components keeps the one that is meant', () => {
  const page = '<a href="/" data-astro-cid-aaaaaaaa data-astro-cid-bbbbbbbb>x</a>';
  expect(withoutIdleMarks(`a${b}{}p${a}{}`)(page)).toBe('<a href="/" data-astro-cid-bbbbbbbb>x</a>');
});

test('a mark that was handed on as an attribute goes with its value', () => {
  const page = '<a data-astro-cid-aaaaaaaa="true" href="/">x</a>';
  expect(withoutIdleMarks('p[data-astro-cid-aaaaaaaa]{}')(page)).toBe('<a href="/">x</a>');
  expect(withoutIdleMarks('a[data-astro-cid-aaaaaaaa]{}')(page)).toBe(page);
  expect(shortNames(marksIn(page))(page)).toBe('<a data-0 href="/">x</a>');
});
