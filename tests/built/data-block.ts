import Validator from '@adobe/structured-data-validator';
import { z } from 'zod';
import { isKindOf, rangesOf, vocabulary } from './vocabulary.ts';

/** A node of a data block. */
export interface Node {
  '@type'?: string;
  '@id'?: string;
  [property: string]: unknown;
}

/** A data block as it stands on a page. */
export interface Block {
  '@context': string;
  '@graph': Node[];
}

/** Markup that readers or search engines were misled with; none of it may come back. */
const forbidden = ['FAQPage', 'QAPage', 'Question', 'Quiz', 'Rating', 'Review'];
const isoDay = z.iso.date().or(z.iso.datetime());
const isAbsolute = (value: unknown) => typeof value === 'string' && URL.canParse(value) && /^https?:\/\//.test(value);

/** Properties whose value readers see on the page, word for word. */
const shown = ['name', 'headline', 'legalName', 'description'];

/** Every fault of one value against the vocabulary: its kind, and for days and addresses its form. */
function faultsOfValue(property: string, value: unknown): string[] {
  const said = `${property}: ${JSON.stringify(value)}`;
  const ranges = rangesOf(property);
  const takes = (kind: string) => ranges.some((range) => isKindOf(kind, range));
  if (typeof value === 'number') return takes('Integer') ? [] : [`${said} is no ${ranges.join(' or ')}`];
  if (typeof value === 'object' && value !== null) {
    const { '@type': type, '@id': id } = value as Node;
    if (!type) return isAbsolute(id) ? [] : [`${said} leads nowhere`];
    return takes(type) ? [] : [`${property}: ${type} is no ${ranges.join(' or ')}`];
  }
  if (ranges.includes('Date')) return isoDay.safeParse(value).success ? [] : [`${said} is no ISO day`];
  if (property === 'item' || ranges.includes('URL')) return isAbsolute(value) ? [] : [`${said} is no whole address`];
  return takes('Text') ? [] : [`${said} is no ${ranges.join(' or ')}`];
}

/** Every fault of a node and of all within it. `text` is what readers see of the page. */
function faultsOfNode(node: Node, text: string): string[] {
  const faults: string[] = [];
  const type = node['@type'] ?? '';
  if (forbidden.some((kind) => isKindOf(type, kind))) faults.push(`${type} may not be marked up`);
  if ('aspect' in node) faults.push('aspect may not be marked up');
  if (node['@id'] !== undefined && !isAbsolute(node['@id'])) faults.push(`@id: ${node['@id']} is no whole address`);
  for (const [property, value] of Object.entries(node).filter(([name]) => !name.startsWith('@'))) {
    for (const one of Array.isArray(value) ? value : [value]) {
      faults.push(...faultsOfValue(property, one));
      if (typeof one === 'object' && one !== null) faults.push(...faultsOfNode(one as Node, text));
      // What a guide is about is said in one word for all of them; no page has to use it.
      if (typeof one === 'string' && shown.includes(property) && type !== 'MedicalCondition' && !text.includes(one)) {
        faults.push(`${property}: "${one}" does not stand on the page`);
      }
    }
  }
  return faults;
}

/** All that is wrong with a data block: by the validator, and by our own checks that it lacks. */
export async function faultsOf(block: Block, text: string): Promise<string[]> {
  const nodes = block['@graph'];
  const jsonld = Object.fromEntries(nodes.map((node) => [node['@type'], [structuredClone(node)]]));
  const issues = await new Validator(vocabulary).validate({ jsonld });
  return [
    ...(block['@context'] === 'https://schema.org' ? [] : ['the context is not https://schema.org']),
    ...issues.map(({ issueMessage }) => issueMessage),
    ...nodes.flatMap((node) => faultsOfNode(node, text)),
  ];
}
