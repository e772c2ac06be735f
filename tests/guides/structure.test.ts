import { expect, test } from 'vitest';
import { asAnother, findings, guide, planted } from './planted.ts';

const below = (mdx: string) => findings([`${guide}\n${mdx}\n`]);

test('a title of its own in the body, and a level left out, are found', () => {
  expect(below('# Again\n\n#### Deep\n\nText.')).toMatchInlineSnapshot(`
    "content/guides/en/what-is-iop.mdx:28 heading level "Again". The title is the only h1: write ##.
    content/guides/en/what-is-iop.mdx:30 heading level "Deep". Write ##: it stands below an h1."
  `);
  expect(below('### Inside\n\nText.\n\n## Next\n\nText.')).toBe('');
  expect(findings([planted('## How long is a week?', '### How long is a week?')])).toMatchInlineSnapshot(`
    "content/guides/en/what-is-iop.mdx:24 heading level "How long is a week?". Write ##: it stands below an h1.
    content/guides/en/what-is-iop.mdx:9 questions.0 unanswered question "Q2". No h2 asks "How many hours is it?" Write one with one of: hour, week."
  `);
});

test('a component that does not exist is named with its nearest neighbour, HTML with what to write', () => {
  expect(below('<AskPrograms>\n\nText.\n\n</AskPrograms>\n\n<div>Text.</div>')).toMatchInlineSnapshot(`
    "content/guides/en/what-is-iop.mdx:28 unknown component "AskPrograms". Did you mean "AskProgram"?
    content/guides/en/what-is-iop.mdx:34 HTML in a guide "<div>". Write Markdown, or one of our components."
  `);
});

test('a picture whose file is missing, and one that says nothing, are found', () => {
  expect(below('![A week](./week.svg)\n\n![](./week.svg)\n\n![A month](./month.svg)')).toMatchInlineSnapshot(`
    "content/guides/en/what-is-iop.mdx:30 image without words "./week.svg". Say in the brackets what it shows.
    content/guides/en/what-is-iop.mdx:32 missing image "./month.svg". Put the file there, or take the picture out."
  `);
});

test('a link to a place that is not on its page is found, on this page and on others', () => {
  expect(below('[a](#how-long-is-a-week) [b](/guides/what-is-iop/#sources) [c](/facts/#hours) [d](/guides/#any)')).toBe(
    '',
  );
  expect(below('[a](#how-long-is-week)\n[b](/guides/what-is-iop/#cost)\n[c](/facts/#hour)')).toMatchInlineSnapshot(`
    "content/guides/en/what-is-iop.mdx:28 broken anchor "#how-long-is-week". Did you mean "#how-long-is-a-week"?
    content/guides/en/what-is-iop.mdx:29 broken anchor "/guides/what-is-iop/#cost". No heading on that page has this name.
    content/guides/en/what-is-iop.mdx:30 broken anchor "/facts/#hour". Did you mean "#hours"?"
  `);
});

test('a figure in words is a figure', () => {
  expect(below('It takes twelve\nweeks.')).toMatchInlineSnapshot(
    `"content/guides/en/what-is-iop.mdx:28 figure typed into prose "twelve weeks". Make it a fact and write <Fact id="its-id" />, or say it without a figure."`,
  );
});

test('a question of the front matter needs a heading that asks it, with an answer below', () => {
  expect(findings([planted('[Q2]', '[Q2, Q7, Q70]')])).toMatchInlineSnapshot(`
    "content/guides/en/what-is-iop.mdx:9 questions.1 unanswered question "Q7". No h2 asks "How long does it last?" Write one with one of: last.
    content/guides/en/what-is-iop.mdx:9 questions.2 unknown question "Q70". Did you mean "Q0"?"
  `);
  expect(
    findings([planted('It takes <Fact id="hours" />. See [all guides](/guides/).', '### More\n\nText.')]),
  ).toMatchInlineSnapshot(
    `"content/guides/en/what-is-iop.mdx:24 question without an answer "How long is a week?". Answer it in the first sentence below the heading."`,
  );
  expect(findings([guide], asAnother('what-is-iop', 'es', 'que-es-un-iop'))).toBe('');
});

test('a guide that names itself, and guides that name each other in a circle, are found where the way leads back', () => {
  expect(findings([planted('related: []', 'related: [what-is-iop]')])).toMatchInlineSnapshot(
    `"content/guides/en/what-is-iop.mdx:20 related.0 circle of related guides "what-is-iop → what-is-iop". Take "what-is-iop" out here."`,
  );
  const naming = (key: string, next: string): [string, string] => {
    const [source, name] = asAnother(key);
    return [source.replace('related: []', `related: [${next}]`), name];
  };
  expect(findings(naming('what-is-iop', 'after-iop'), naming('after-iop', 'what-is-iop'))).toMatchInlineSnapshot(
    `"content/guides/en/after-iop.mdx:20 related.0 circle of related guides "after-iop → what-is-iop → after-iop". Take "what-is-iop" out here."`,
  );
  // The last two stand in no map: the later name gives way, and the circle is found once.
  expect(
    findings(naming('what-is-iop', 'new-a'), naming('new-a', 'new-b'), naming('new-b', 'new-a')),
  ).toMatchInlineSnapshot(
    `"content/guides/en/new-b.mdx:20 related.0 circle of related guides "new-b → new-a → new-b". Take "new-a" out here."`,
  );
  expect(findings(naming('what-is-iop', 'after-iop'), asAnother('after-iop'))).toBe('');
});

test('a Spanish guide without its English source is found', () => {
  expect(findings([guide], asAnother('after-iop', 'es', 'despues'))).toMatchInlineSnapshot(
    `"content/guides/es/after-iop.mdx:6 translationKey does not pair "after-iop". Its English source content/guides/en/after-iop.mdx does not exist."`,
  );
});

test('a language that the site does not speak, a taken address and front matter that is none are found', () => {
  expect(findings([planted('lang: en', 'lang: sp')])).toMatchInlineSnapshot(
    `"content/guides/en/what-is-iop.mdx:7 lang wrong value "sp". Did you mean "en"? Allowed: en, es."`,
  );
  expect(findings([guide], asAnother('after-iop', 'en', 'what-is-iop'))).toMatchInlineSnapshot(`
    "content/guides/en/what-is-iop.mdx:5 slug does not pair "what-is-iop". content/guides/en/after-iop.mdx has the same address.
    content/guides/en/after-iop.mdx:5 slug does not pair "what-is-iop". In English it is the translationKey, "after-iop".
    content/guides/en/after-iop.mdx:5 slug does not pair "what-is-iop". content/guides/en/what-is-iop.mdx has the same address."
  `);
  expect(findings([planted('audience: [researching]', 'audience: [researching')])).toMatchInlineSnapshot(
    `"content/guides/en/what-is-iop.mdx:9 not readable as YAML "BAD_INDENT". Flow sequence in block collection must be sufficiently indented and end with a ]."`,
  );
  expect(findings([guide.replace(/^---[\s\S]*---\n/, '')])).toMatchInlineSnapshot(
    `"content/guides/en/what-is-iop.mdx:1 missing front matter "". Start the file with ---, its fields, and ---. src/guides/schema.ts says which."`,
  );
});
