/** Attributes through which a page fetches, or sends what was typed, without a reader choosing to go there. */
const fetching: Record<string, readonly string[]> = {
  script: ['src'],
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  input: ['src', 'formaction'],
  button: ['formaction'],
  form: ['action'],
  iframe: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  embed: ['src'],
  object: ['data'],
  use: ['href', 'xlink:href'],
  image: ['href', 'xlink:href'],
  feimage: ['href', 'xlink:href'],
  a: ['ping'],
  area: ['ping'],
  base: ['href'],
  link: ['href', 'imagesrcset'],
  meta: ['content'],
};
const linksThatFetchNothing = ['canonical', 'alternate', 'license', 'author', 'help', 'next', 'prev'];

/** As a browser reads it, which takes more for an address than people do. */
function isElsewhere(url: string): boolean {
  const { protocol, host } = URL.parse(url, 'https://here.invalid/') ?? {};
  return /^(https?|wss?|ftp):$/.test(protocol ?? '') && host !== 'here.invalid';
}

/** The addresses in the value of an attribute. In a list of pictures, what stands between them is no address at another place. */
function addressesIn(name: string, value: string): string[] {
  if (name === 'ping' || name.endsWith('srcset')) return value.split(/[\s,]+/);
  return [name === 'content' ? value.replace(/^[^=]*=\s*['"]?/, '') : value];
}

/** The addresses at another place that an element fetches from, given its name and how to ask for its attributes. */
export function fetchedElsewhere(element: string, attribute: (name: string) => string | undefined): string[] {
  if (element === 'link' && linksThatFetchNothing.includes(attribute('rel') ?? '')) return [];
  if (element === 'meta' && attribute('http-equiv')?.toLowerCase() !== 'refresh') return [];
  return (fetching[element.toLowerCase()] ?? []).flatMap((name) => {
    const value = attribute(name);
    return value === undefined ? [] : addressesIn(name, value).filter(isElsewhere);
  });
}
