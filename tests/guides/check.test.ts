import { expect, test } from 'vitest';
import { parseManuscript } from '#guides/build/manuscripts.ts';
import { file, findings, guide, planted } from './planted.ts';

test('a right guide has no findings', () => expect(findings([guide])).toBe(''));

test('facts are listed with their lines, front matter first', () => {
  expect(parseManuscript(file, guide).manuscript.uses).toEqual([
    { id: 'hours', file, line: 4 },
    { id: 'hours', file, line: 11 },
    { id: 'hours', file, line: 26 },
  ]);
});

test('a figure typed into prose is found, on its own line', () => {
  expect(
    findings([planted('It takes <Fact id="hours" />.', 'It takes time.\nMost take 12 weeks, or $1,500.')]),
  ).toMatchInlineSnapshot(`
    "content/guides/en/what-is-iop.mdx:27 figure typed into prose "12". Make it a fact and write <Fact id="its-id" />, or say it without a figure.
    content/guides/en/what-is-iop.mdx:27 figure typed into prose "$1,500". Make it a fact and write <Fact id="its-id" />, or say it without a figure."
  `);
});

test('a figure typed into the front matter is found', () => {
  expect(findings([planted('You sleep at home.', 'You sleep at home 7 nights.')])).toMatchInlineSnapshot(
    `"content/guides/en/what-is-iop.mdx:12 summary.1 figure typed into prose "7". Make it a fact and write {fact:its-id}."`,
  );
});

test('a figure typed into a caption is found', () => {
  expect(
    findings([`${guide}\n<Table caption="The 5 levels">\n\n| a |\n| --- |\n| b |\n\n</Table>\n`]),
  ).toMatchInlineSnapshot(
    `"content/guides/en/what-is-iop.mdx:28 figure typed into prose "5". Make it a fact and write <Fact id="its-id" />, or say it without a figure."`,
  );
});

test('a placeholder in the body says what to write instead', () => {
  expect(findings([planted('<Fact id="hours" />', '{fact:hours}')])).toMatchInlineSnapshot(
    `"content/guides/en/what-is-iop.mdx:26 not readable as MDX "It takes {fact:hours}. See [all guides](/guides/).". In the body write <Fact id="hours" />."`,
  );
});

test('a body that is no MDX is a finding with its line', () => {
  expect(findings([planted('See [', 'See { [')])).toMatchInlineSnapshot(
    `"content/guides/en/what-is-iop.mdx:26 not readable as MDX "It takes <Fact id="hours" />. See { [all guides](/guides/).". Unexpected end of file in expression, expected a corresponding closing brace for \`{\`."`,
  );
});

test('a fact in a heading is found: the list of sections could not show it', () => {
  expect(
    findings([planted('## How long is a week?', '## Is it a week of <Fact id="hours" />?')]),
  ).toMatchInlineSnapshot(
    `"content/guides/en/what-is-iop.mdx:24 figure in a heading "<Fact>". Say it in the first sentence below."`,
  );
});

test('a link that leads nowhere is named with the nearest address', () => {
  expect(findings([planted('(/guides/)', '(/guides/what-is-an-iop/#cost)')])).toMatchInlineSnapshot(
    `"content/guides/en/what-is-iop.mdx:26 broken link "/guides/what-is-an-iop/#cost". Did you mean "/guides/what-is-iop/"?"`,
  );
});

test('a guide or term that does not exist is named with its nearest neighbour', () => {
  expect(
    findings([planted('glossary: []\nrelated: []', 'glossary: [stepdown]\nrelated: [what-is-an-iop]')]),
  ).toMatchInlineSnapshot(`
    "content/guides/en/what-is-iop.mdx:20 related.0 unknown guide "what-is-an-iop". Did you mean "what-is-iop"?
    content/guides/en/what-is-iop.mdx:19 glossary.0 unknown term "stepdown". Did you mean "step-down"?"
  `);
});

test('front matter that the schema rejects is named by field', () => {
  expect(
    findings([planted('audience: [researching]', 'audience: [researcher]\nreviewer: Dr. No').replace('Q2', '2')]),
  ).toMatchInlineSnapshot(`
    "content/guides/en/what-is-iop.mdx:8 audience.0 wrong value "researcher". Did you mean "researching"? Allowed: researching, working, family.
    content/guides/en/what-is-iop.mdx:10 questions.0 wrong value "2". Invalid input: expected string, received number.
    content/guides/en/what-is-iop.mdx:9 reviewer unknown field "reviewer". Did you mean "reviewers"?"
  `);
});

test('a description too short or too long for search results is measured with its figures in place', () => {
  expect(findings([planted('An intensive outpatient program is treatment for', 'For')])).toMatchInlineSnapshot(
    `"content/guides/en/what-is-iop.mdx:4 description wrong length "53 characters". Search results show 70 to 155 characters."`,
  );
});

test('a table without a caption, and one with aligned columns, are found', () => {
  expect(findings([`${guide}\n| a | b |\n| :--- | --- |\n| c | d |\n`])).toMatchInlineSnapshot(`
    "content/guides/en/what-is-iop.mdx:28 table without a caption "table". Put it into <Table caption="…">.
    content/guides/en/what-is-iop.mdx:28 aligned table ":--". Write plain --- : our security policy blocks the style it needs."
  `);
});

test('a guide in the wrong folder, under a wrong name or at a taken address is found', () => {
  const spanish = guide
    .replace('lang: en', 'lang: es')
    .replace('slug: what-is-iop', 'slug: que-es-un-iop')
    .replace('How long', '¿Cuántas horas?');
  expect(
    findings(
      [spanish, 'content/guides/es/what-is-iop.mdx'],
      [spanish, 'content/guides/en/what-is-it.mdx'],
      [planted('slug: what-is-iop', 'slug: iop')],
    ),
  ).toMatchInlineSnapshot(`
    "content/guides/es/what-is-iop.mdx:5 slug does not pair "que-es-un-iop". content/guides/en/what-is-it.mdx has the same address.
    content/guides/en/what-is-it.mdx:7 lang does not pair "es". The file lies in the folder "en".
    content/guides/en/what-is-it.mdx:6 translationKey does not pair "what-is-iop". The file is called "what-is-it".
    content/guides/en/what-is-it.mdx:5 slug does not pair "que-es-un-iop". content/guides/es/what-is-iop.mdx has the same address.
    content/guides/en/what-is-iop.mdx:5 slug does not pair "iop". In English it is the translationKey, "what-is-iop"."
  `);
});
