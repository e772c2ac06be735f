import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readBuiltPage } from '#site/build/built-page.ts';

const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('inline scripts and styles are hashed to the letter, data blocks are not', () => {
  const page = readBuiltPage(
    '<style>p{color:red}</style><script>go()</script><script type="application/json">{}</script><script type="application/ld+json">{"@graph":[]}</script><script src="/a.js"></script>',
  );
  expect(page.styles).toEqual([sha('p{color:red}')]);
  expect(page.scripts).toEqual([sha('go()')]);
});

test.each([
  '<script src="https://tracker.example/x.js"></script>',
  '<img src="//cdn.example/pixel.gif">',
  '<link rel="stylesheet" href="https://fonts.example/css">',
  '<link rel="preconnect" href="https://fonts.example">',
  '<link rel="dns-prefetch" href="//fonts.example">',
  '<iframe src="https://video.example"></iframe>',
  '<img src="/a.png" srcset="https://cdn.example/a.png 2x">',
  '<img src="/a.png" srcset="/b.png 2x, https://cdn.example/a.png 3x">',
  '<img src="/a.png" srcset="/b.png 2x,https://cdn.example/a.png 3x">',
  String.raw`<img src="/\cdn.example/a.png">`,
  '<template><img src="https://cdn.example/a.png"></template>',
  '<form action="https://forms.example/take"></form>',
  '<button formaction="//forms.example/take"></button>',
  '<input type="image" src="https://cdn.example/go.png">',
  '<video><track src="https://cdn.example/words.vtt"></video>',
  '<meta http-equiv="refresh" content="0; url=https://tracker.example/">',
  '<base href="https://cdn.example/">',
  '<a href="/" ping="https://tracker.example/">x</a>',
  '<link rel="preload" as="image" imagesrcset="https://cdn.example/a.png 2x">',
  '<svg><use xlink:href="https://cdn.example/icons.svg#a"></use></svg>',
  '<style>@import "https://fonts.example/css";</style>',
  '<style>p { background: url(//cdn.example/a.png) }</style>',
  '<script>fetch("https://tracker.example/")</script>',
  '<script type="module">import "https://cdn.example/x.js"</script>',
  '<script type="speculationrules">{"prefetch":[{"urls":["https://cdn.example/"]}]}</script>',
])('a page that would fetch from elsewhere stops the build: %s', (html) => {
  expect(readBuiltPage(html).faults).toHaveLength(1);
});

test.each(['<p style="color:red">', '<button onclick="go()">'])(
  'what our own policy blocks stops the build: %s',
  (html) => {
    expect(readBuiltPage(html).faults).toHaveLength(1);
  },
);

test('plain links, canonical and language links fetch nothing', () => {
  const html =
    '<link rel="canonical" href="https://a.example/"><link rel="alternate" hreflang="es" href="https://a.example/es/"><a href="https://findtreatment.gov">x</a><form action="/api/v1/requests"></form>';
  expect(readBuiltPage(html)).toMatchObject({
    faults: [],
    alternates: { es: 'https://a.example/es/' },
    isIndexed: true,
  });
});

test('a page that asks not to be indexed stays out of the sitemap', () => {
  expect(readBuiltPage('<meta name="robots" content="noindex">').isIndexed).toBe(false);
});

test('a page says when its words last changed by its data block', () => {
  const data = { '@graph': [{ '@type': 'MedicalWebPage', mainEntity: { dateModified: '2026-11-24' } }] };
  const html = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  expect(readBuiltPage(html)).toMatchObject({ modified: '2026-11-24', faults: [], scripts: [] });
  expect(readBuiltPage('<p>x</p>')).not.toHaveProperty('modified');
});

test.each(['{"@graph":[}', '{"@type":"Article"}'])(
  'a data block that programs cannot read stops the build: %s',
  (text) => {
    expect(readBuiltPage(`<script type="application/ld+json">${text}</script>`).faults).toHaveLength(1);
  },
);

test('a script that is run gets its hash, whatever it calls itself', () => {
  expect(readBuiltPage('<script type="module">go()</script>').scripts).toEqual([sha('go()')]);
});
