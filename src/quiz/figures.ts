const placeholder = /\{fact:([^{}]*)\}/g;

/** A part of the wording: texts, lists and objects of texts. */
type Node = unknown;

/** The facts that words rest on, in order and once each: those listed under `facts` and those named by `{fact:…}`. */
export function factsBehind(words: Node): string[] {
  if (typeof words === 'string') return [...words.matchAll(placeholder)].map(([, id]) => id ?? '');
  if (typeof words !== 'object' || words === null) return [];
  const found = Object.entries(words).flatMap(([key, inner]) =>
    key === 'facts' ? (inner as string[]) : factsBehind(inner),
  );
  return [...new Set(found)];
}

/**
 * The words with figures in place of placeholders. A passage with a list of facts gets the named ones added to it, so that its sources are
 * still known once the figure stands in the text.
 */
export function withFigures<Words>(words: Words, figureOf: (id: string) => string): Words {
  const resolve = (node: Node): Node => {
    if (typeof node === 'string') return node.replace(placeholder, (_, id: string) => figureOf(id));
    if (Array.isArray(node)) return node.map(resolve);
    if (typeof node !== 'object' || node === null) return node;
    const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, resolve(value)]));
    return 'facts' in node ? { ...inner, facts: factsBehind(node) } : inner;
  };
  return resolve(words) as Words;
}
