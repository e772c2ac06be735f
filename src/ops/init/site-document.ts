import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type Document, isMap, isScalar, parseDocument, visit } from 'yaml';
import { readSite } from '#site/site-problems.ts';

/** Days and times are quoted: other readers of YAML take them for something else. */
const needsQuotes = /^[\d:+-]+$/;

/** The settings with their comments, while they are being written. */
export class SiteDocument {
  readonly #document: Document;
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
    this.#document = parseDocument(existsSync(file) ? readFileSync(file, 'utf8') : '');
  }

  /** Why it is no YAML; undefined where it is. */
  get fault(): string | undefined {
    return this.#document.errors[0]?.message;
  }

  get(field: string): unknown {
    const node = this.#document.getIn(field.split('.'), true);
    const inner = node as { toJS?(document: Document): unknown } | undefined;
    return inner?.toJS?.(this.#document);
  }

  set(field: string, value: unknown): void {
    const node = this.#document.createNode(value);
    visit(node, {
      Scalar(_key, scalar) {
        if (typeof scalar.value === 'string' && needsQuotes.test(scalar.value)) scalar.type = 'QUOTE_SINGLE';
      },
    });
    const path = field.split('.');
    // What was nothing so far, as `program: null`, becomes a part that can hold it.
    for (let length = 1; length < path.length; length++) {
      const part = path.slice(0, length);
      if (!isMap(this.#document.getIn(part, true))) this.#document.setIn(part, this.#document.createNode({}));
    }
    this.#document.setIn(path, node);
  }

  /** The settings, or everything that is wrong with them as they are now. */
  read(): ReturnType<typeof readSite> {
    return readSite(this.#document.toJS());
  }

  /** All of it or nothing: a broken pen must not leave half of the settings. */
  write(): void {
    const inProgress = `${this.#file}.new`;
    writeFileSync(inProgress, this.#document.toString({ lineWidth: 0, flowCollectionPadding: true }));
    renameSync(inProgress, this.#file);
  }
}

/** What an answers file says, as fields and values. A map is a part of the settings, everything else is a value. */
export function answersIn(text: string): { field: string; value: unknown }[] | string {
  const document = parseDocument(text);
  if (document.errors[0]) return document.errors[0].message.split('\n')[0] ?? '';
  if (!isMap(document.contents)) return 'It holds no settings.';
  const answers: { field: string; value: unknown }[] = [];
  const walk = (node: unknown, field: string): void => {
    if (!isMap(node) || node.items.length === 0) {
      const value = isScalar(node)
        ? node.value
        : (node as { toJS(document: Document): unknown }).toJS(document as Document);
      answers.push({ field, value });
      return;
    }
    for (const { key, value } of node.items) {
      walk(value, [field, String(isScalar(key) ? key.value : key)].filter(Boolean).join('.'));
    }
  };
  walk(document.contents, '');
  return answers;
}
