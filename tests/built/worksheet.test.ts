import { readFileSync } from 'node:fs';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { expect, test } from 'vitest';
import { addresses } from '#i18n/paths.ts';
import { tables } from '#quiz/rules.ts';
import { worksheetRules } from '#quiz/worksheet-rules.ts';
import { worksheetId, worksheetStyle } from '#quiz/worksheet-style.ts';

type Node = DefaultTreeAdapterMap['node'];

/** Every value of an attribute on a page. */
function valuesOf(attribute: string, node: Node): string[] {
  const own = 'attrs' in node ? node.attrs.filter(({ name }) => name === attribute).map(({ value }) => value) : [];
  return [...own, ...('childNodes' in node ? node.childNodes.flatMap((child) => valuesOf(attribute, child)) : [])];
}

/** The worksheet's form on a page. */
function worksheetIn(node: Node): Node | undefined {
  if ('attrs' in node && node.attrs.some(({ name, value }) => name === 'id' && value === worksheetId)) return node;
  if (!('childNodes' in node)) return undefined;
  return node.childNodes.map(worksheetIn).find((found) => found);
}

const ruled = worksheetRules(tables).flatMap(({ shows, hides = [] }) => [...shows, ...hides]);
const doubts = ['rough', 'cannot-tell', 'starting-point'];

for (const address of Object.values(addresses.check)) {
  const html = readFileSync(`dist${address}index.html`, 'utf8');

  const worksheet = worksheetIn(parse(html, { scriptingEnabled: false })) as Node;

  test(`a browser that runs scripts takes the worksheet on ${address} for text`, () => {
    expect(worksheetIn(parse(html))).toBeUndefined();
  });

  test(`${address} carries the style sheet of the rules as they are`, () => {
    expect(html).toContain(worksheetStyle(tables));
  });

  test(`every part of the answer on ${address} has a rule, and every rule a part`, () => {
    const parts = new Set(valuesOf('data-part', worksheet));
    expect([...parts].sort()).toEqual([...new Set([...ruled, ...doubts])].sort());
  });

  test(`every text on ${address} is for voices that exist`, () => {
    const voices = new Set(valuesOf('data-voice', worksheet).flatMap((value) => value.split(' ')));
    expect([...voices].sort()).toEqual(['loved', 'self', 'work']);
  });
}
