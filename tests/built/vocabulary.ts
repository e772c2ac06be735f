import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A property of schema.org: the types that may have it, and the types its value may have. */
interface Property {
  domains: string[];
  ranges: string[];
}

/** schema.org's own vocabulary as the package carries it, offline and at a fixed version: a type to its parents, a property to its ends. */
const types = new Map<string, string[]>();
const properties = new Map<string, Property>();

const file = fileURLToPath(import.meta.resolve('@vocabulary/schema/schema.nq'));
const triple = /^<http:\/\/schema\.org\/(\w+)> <\S*[/#](\w+)> <\S*[/#](\w+)> /gm;
for (const [, subject = '', predicate, object = ''] of readFileSync(file, 'utf8').matchAll(triple)) {
  const property = () => {
    const known = properties.get(subject) ?? { domains: [], ranges: [] };
    properties.set(subject, known);
    return known;
  };
  if (predicate === 'type' && object === 'Class') types.set(subject, types.get(subject) ?? []);
  if (predicate === 'subClassOf') types.set(subject, [...(types.get(subject) ?? []), object]);
  if (predicate === 'domainIncludes') property().domains.push(object);
  if (predicate === 'rangeIncludes') property().ranges.push(object);
}

/** The types a value of this property may have; none for a property that does not exist. */
export const rangesOf = (property: string): readonly string[] => properties.get(property)?.ranges ?? [];

/** Whether one type is another or a kind of it. */
export const isKindOf = (type: string, wanted: string): boolean =>
  type === wanted || (types.get(type) ?? []).some((parent) => isKindOf(parent, wanted));

const ref = (name: string) => ({ '@id': `schema:${name}` });

/** The vocabulary in the form that the validator reads. */
export const vocabulary = {
  '@graph': [
    ...[...types].map(([name, parents]) => ({
      ...ref(name),
      '@type': 'rdfs:Class',
      'rdfs:subClassOf': parents.map(ref),
    })),
    ...[...properties].map(([name, { domains }]) => ({
      ...ref(name),
      '@type': 'rdf:Property',
      'schema:domainIncludes': domains.map(ref),
    })),
  ],
};
