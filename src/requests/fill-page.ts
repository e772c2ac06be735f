import type { ChoiceGroup, PageParts } from './ports.ts';

/**
 * Fills a built page in. The page marks what an answer may change, so that there is one template per form and no HTML written
 * twice:
 * - `<!--part:form-->…<!--/part:form-->` is shown by the static page; an answer keeps it only when it shows `form`; one may stand in another;
 * - `<template data-part="errors">…</template>` is hidden in the static page; an answer that shows `errors` unpacks it;
 * - `[[name]]` stands for a text;
 * - `<!--options:slot-->` inside a `<select>` is the place of choices that exist only at this moment;
 * - `<!--error-list-->` and `<!--error:phone-->` are the places of error messages, and `data-field="phone"` is on the element
 *   that a message belongs to.
 * Everything put in is escaped. Scripts are taken out: an answer works as it is.
 */
export function fillPage(
  page: string,
  { shows, title, texts = {}, errors = [], choices = {}, values = {} }: PageParts,
): string {
  let html = withoutScripts(page);
  html = withParts(html, shows);
  if (title)
    html = html.replace(
      /<title>([^<]*)<\/title>/,
      (_, own: string) => `<title>${escapeHtml(title(plainText(own)))}</title>`,
    );
  html = html.replace(/\[\[(\w+)\]\]/g, (mark, name: string) => (name in texts ? escapeHtml(texts[name] ?? '') : mark));
  html = html.replace('<!--error-list-->', () =>
    errors.map(({ field, message }) => `<li><a href="#${field}">${escapeHtml(message)}</a></li>`).join(''),
  );
  html = html.replace(/<!--options:(\w+)-->/g, (_, field: string) => (choices[field] ?? []).map(optionGroup).join(''));
  for (const { field, message } of errors) html = withError(html, field, message);
  // Last, so that nothing a person typed is ever searched for marks.
  for (const [field, value] of Object.entries(values)) html = withValue(html, field, value);
  return html;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text that is safe between tags and between quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

const optionGroup = ({ label, options }: ChoiceGroup): string => {
  const inner = options.map((one) => `<option value="${escapeHtml(one.value)}">${escapeHtml(one.label)}</option>`);
  return `<optgroup label="${escapeHtml(label)}">${inner.join('')}</optgroup>`;
};

const plainText = (text: string): string =>
  text.replace(
    /&(?:amp|lt|gt|quot|#39);/g,
    (entity) => Object.keys(entities).find((key) => entities[key] === entity) ?? entity,
  );

const withoutScripts = (html: string): string =>
  html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '').replace(/<link\b[^>]*rel="modulepreload"[^>]*>/g, '');

const withParts = (html: string, shows: readonly string[]): string =>
  html
    .replace(/<!--part:(\w+)-->([\s\S]*?)<!--\/part:\1-->/g, (_, name: string, inner: string) =>
      shows.includes(name) ? withParts(inner, shows) : '',
    )
    .replace(/<template\b[^>]*\bdata-part="(\w+)"[^>]*>([\s\S]*?)<\/template>/g, (_, name: string, inner: string) =>
      shows.includes(name) ? inner : '',
    );

/** The start tags that carry an attribute, each handed to `change`. */
const tagsWith = (html: string, name: string, value: string, change: (tag: string) => string): string =>
  html.replace(new RegExp(`<[a-z]+\\b[^>]*\\s${name}="${value}"[^>]*>`, 'g'), change);

const attributeOf = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

const withoutAttribute = (tag: string, name: string): string =>
  tag.replace(new RegExp(`\\s${name}(="[^"]*")?(?=[\\s/>])`), '');

const withAttribute = (tag: string, name: string, value?: string): string =>
  withoutAttribute(tag, name).replace(/\s*\/?>$/, () => (value === undefined ? ` ${name}>` : ` ${name}="${value}">`));

function withError(html: string, field: string, message: string): string {
  const id = `${field}-error`;
  const marked = tagsWith(html, 'data-field', field, (tag) => {
    const described = withAttribute(
      tag,
      'aria-describedby',
      [attributeOf(tag, 'aria-describedby'), id].filter(Boolean).join(' '),
    );
    return tag.startsWith('<fieldset') ? described : withAttribute(described, 'aria-invalid', 'true');
  });
  return marked.replace(`<!--error:${field}-->`, () => `<p class="field-error" id="${id}">${escapeHtml(message)}</p>`);
}

function withValue(html: string, field: string, value: string): string {
  if (!/^\w+$/.test(field)) return html;
  const typed = tagsWith(html, 'name', field, (tag) => {
    if (!tag.startsWith('<input')) return tag;
    const type = attributeOf(tag, 'type');
    if (type !== 'radio' && type !== 'checkbox') return withAttribute(tag, 'value', escapeHtml(value));
    return attributeOf(tag, 'value') === escapeHtml(value)
      ? withAttribute(tag, 'checked')
      : withoutAttribute(tag, 'checked');
  });
  return typed.replace(
    new RegExp(`(<select\\b[^>]*\\sname="${field}"[^>]*>)([\\s\\S]*?)(</select>)`),
    (_, open, options, close) => {
      const chosen = options.replace(/<option\b[^>]*>/g, (tag: string) =>
        (attributeOf(tag, 'value') ?? '') === escapeHtml(value)
          ? withAttribute(tag, 'selected')
          : withoutAttribute(tag, 'selected'),
      );
      return open + chosen + close;
    },
  );
}
