import { expect, test } from 'vitest';
import { parseYaml, readYaml } from '#facts/build/read.ts';
import { checkSources, checkUnused, checkUses, readLibrary } from '#facts/check.ts';
import { printed } from '#facts/finding.ts';

const factYaml = `figure: { en: at least 9 hours a week, es: al menos 9 horas por semana }
claim: { en: It takes 9 hours a week., es: Toma 9 horas por semana. }
scope: { en: Adults, es: Personas adultas }
sources: [samhsa-iop-advisory]
checked: 2026-11-22
`;
const sourceYaml = `samhsa-iop-advisory:
  title: Clinical Issues in Intensive Outpatient Treatment
  publisher: SAMHSA
  year: "2021"
  url: https://store.samhsa.gov/
  tier: A
  accessed: 2026-11-22
  read: page
`;

/** Checks one fact and the sources, used as `uses` says, and prints what it finds. */
function findings(fact = factYaml, sources = sourceYaml, uses = ['iop-hours-adult']): string {
  const factFile = parseYaml('content/facts/iop-hours-adult.yaml', fact);
  const facts = [factFile];
  const sourcesFile = parseYaml('content/sources.yaml', sources);
  const named = uses.map((id) => ({ id, file: 'content/guides/en/iop.mdx', line: 12 }));
  const read = readLibrary(facts, sourcesFile);
  return [
    ...factFile.findings,
    ...read.findings,
    ...checkSources(facts, sourcesFile),
    ...checkUses(named, facts, read.library),
    ...(factFile.findings.length === 0 ? checkUnused(named, facts, sourcesFile, read.library) : []),
  ]
    .map(printed)
    .join('\n');
}

test('right content has no findings', () => expect(findings()).toBe(''));

test('a fact that does not exist is named with its nearest neighbour', () => {
  expect(findings(undefined, undefined, ['iop-hours-adult', 'iop-hours'])).toMatchInlineSnapshot(
    `"content/guides/en/iop.mdx:12 unknown fact "iop-hours". Did you mean "iop-hours-adult"?"`,
  );
});

test('a fact that is like no other says where to describe it', () => {
  expect(findings(undefined, undefined, ['iop-hours-adult', 'zzz'])).toMatchInlineSnapshot(
    `"content/guides/en/iop.mdx:12 unknown fact "zzz". Describe it in content/facts/zzz.yaml."`,
  );
});

test('a fact that nobody checked may not be printed', () => {
  expect(findings(factYaml.replace('checked: 2026-11-22', 'checked: null'))).toMatchInlineSnapshot(
    `"content/guides/en/iop.mdx:12 unprintable fact "iop-hours-adult". Nobody has compared it with its sources: "checked" is null."`,
  );
});

test('a fact that rests on tier C alone may not be printed', () => {
  expect(findings(undefined, sourceYaml.replace('tier: A', 'tier: C'))).toMatchInlineSnapshot(
    `"content/guides/en/iop.mdx:12 unprintable fact "iop-hours-adult". It has no source of tier A or B."`,
  );
});

test('a source that nobody described is named with its nearest neighbour', () => {
  expect(
    findings(factYaml.replace('[samhsa-iop-advisory]', '[samhsa-iop-advisory, samhsa-advisory]')),
  ).toMatchInlineSnapshot(
    `"content/facts/iop-hours-adult.yaml:4 sources.1 unknown source "samhsa-advisory". Did you mean "samhsa-iop-advisory"?"`,
  );
});

test('a fact that nothing uses is found', () => {
  expect(findings(undefined, undefined, [])).toMatchInlineSnapshot(
    `"content/facts/iop-hours-adult.yaml unused fact "iop-hours-adult". No guide, quiz text or page names it. Use it, or take it out."`,
  );
});

test('a source that no fact names is found', () => {
  expect(findings(undefined, sourceYaml + sourceYaml.replace('samhsa-iop-advisory', 'tip47'))).toMatchInlineSnapshot(
    `"content/sources.yaml:9 unused source "tip47". No fact names it. Name it in a fact, or take it out."`,
  );
});

test('an unknown, a missing and a wrong field are all named, with line and field', () => {
  expect(
    findings(
      factYaml
        .replace('scope', 'scop')
        .replace('checked: 2026-11-22', 'checked: November')
        .replace('es: Toma', 'esp: Toma'),
    ),
  ).toMatchInlineSnapshot(`
    "content/facts/iop-hours-adult.yaml:2 claim.es missing field "es". Add it.
    content/facts/iop-hours-adult.yaml:2 claim.esp unknown field "esp". Did you mean "es"?
    content/facts/iop-hours-adult.yaml:1 scope missing field "scope". Add it.
    content/facts/iop-hours-adult.yaml:5 checked wrong value "November". Write a day like 2026-11-22.
    content/facts/iop-hours-adult.yaml:3 scop unknown field "scop". Did you mean "scope"?"
  `);
});

test('a source with a wrong tier is reported once, not at every fact that rests on it', () => {
  expect(findings(undefined, sourceYaml.replace('tier: A', 'tier: a').replace('page', 'pages'))).toMatchInlineSnapshot(`
    "content/sources.yaml:6 samhsa-iop-advisory.tier wrong value "a". Did you mean "A"? Allowed: A, B, C.
    content/sources.yaml:8 samhsa-iop-advisory.read wrong value "pages". Did you mean "page"? Allowed: page, abstract, archived copy, opening part, reprint, table, summary."
  `);
});

test('a file that is no YAML is a finding with its line', () => {
  expect(findings(factYaml.replace('[samhsa-iop-advisory]', '[samhsa-iop-advisory'))).toMatchInlineSnapshot(
    `"content/facts/iop-hours-adult.yaml:5 not readable as YAML "BAD_INDENT". Flow sequence in block collection must be sufficiently indented and end with a ]."`,
  );
});

test('a file that should be there and is not is a finding', () => {
  expect(readYaml('content/source.yaml').findings.map(printed)).toMatchInlineSnapshot(`
    [
      "content/source.yaml missing file "content/source.yaml". Create it.",
    ]
  `);
});

test('facts named anywhere in YAML count as used: placeholders, "fact" and lists under "facts"', () => {
  const { uses } = parseYaml(
    'content/quiz/en.yaml',
    'questions:\n  signs:\n    why: "About {fact:one} of us."\n    facts: [two, three]\nline:\n  fact: four\nlinks: { facts: All facts }\n',
  );
  expect(uses.map(({ id, line }) => `${id}:${line}`)).toEqual(['one:3', 'two:4', 'three:4', 'four:6']);
});
