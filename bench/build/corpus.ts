/** A guide's manuscript. */
export interface GuideFile {
  locale: 'en' | 'es';
  /** Its translationKey, and so the name of its file. */
  key: string;
  source: string;
}

/** The content map's part on guides. */
export type PlannedGuides = Record<string, { spanish: boolean }>;

/** `a` to `z`, `aa`, `ab`, …: a figure in a title would be a finding. */
function nameOf(copy: number): string {
  const letter = String.fromCharCode(97 + (copy % 26));
  return copy < 26 ? letter : nameOf(Math.floor(copy / 26) - 1) + letter;
}

const idOf = ({ locale, key }: Pick<GuideFile, 'locale' | 'key'>): string => `${locale}/${key}`;
const slugOf = (source: string): string => /^slug: (.*)$/m.exec(source)?.[1] ?? '';
const folders = { en: 'guides', es: 'es/guias' } as const;
/** Search results cut a longer title, and the schema refuses it. */
const longestTitle = 60;

const unquoted = (text: string): string => /^(['"])(.*)\1$/.exec(text)?.[2] ?? text;
const titled = (title: string, name: string): string =>
  JSON.stringify(`${unquoted(title).slice(0, longestTitle - name.length - 1)} ${name}`);

/**
 * So many guides, made of the real ones and as many copies of the whole set as it takes, the last one cut off. A copy is a guide of its
 * own: own key, address and title; its links and what it offers next stay within its set, where they exist there.
 */
export function grown(originals: readonly GuideFile[], count: number): GuideFile[] {
  const addresses = new Map(
    originals.map((guide) => [`/${folders[guide.locale]}/${slugOf(guide.source)}/`, idOf(guide)]),
  );
  return Array.from({ length: Math.ceil(count / originals.length) }, (_, set) =>
    set === 0
      ? originals.slice(0, count)
      : copies(originals.slice(0, count - set * originals.length), nameOf(set - 1), addresses),
  ).flat();
}

function copies(set: readonly GuideFile[], name: string, addresses: ReadonlyMap<string, string>): GuideFile[] {
  const ids = new Set(set.map(idOf));
  const inEnglish = (key: string) => ids.has(idOf({ locale: 'en', key }));
  return set.map(({ locale, key, source }) => ({
    locale,
    key: `${key}-${name}`,
    source: source
      .replace(/^(slug|translationKey): (.*)$/gm, `$1: $2-${name}`)
      .replace(/^title: (.*)$/m, (_, title: string) => `title: ${titled(title, name)}`)
      .replace(/^related: \[(.*)\]$/m, (_, keys: string) => {
        const kept = keys.split(/, */).filter(inEnglish);
        return `related: [${kept.map((other) => `${other}-${name}`).join(', ')}]`;
      })
      .replace(/\]\((\/[^\s)#]*)\/(#[^)]*)?\)/g, (link, path: string, anchor = '') =>
        ids.has(addresses.get(`${path}/`) ?? '') ? `](${path}-${name}/${anchor})` : link,
      ),
  }));
}

/** The content map's part for a grown corpus: the guides of each set in the order of the real ones. */
export function planned(guides: readonly GuideFile[]): PlannedGuides {
  const inSpanish = new Set(guides.filter(({ locale }) => locale === 'es').map(({ key }) => key));
  return Object.fromEntries(
    guides.filter(({ locale }) => locale === 'en').map(({ key }) => [key, { spanish: inSpanish.has(key) }]),
  );
}
