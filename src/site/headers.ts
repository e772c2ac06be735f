import { locales } from '#i18n/locale.ts';
import { fullTextFolder, indexPath } from './search-index.ts';

/** The headers of every address that starts with `prefix`. The first rule that fits an address is the only one. */
export interface HeaderRule {
  prefix: string;
  headers: Record<string, string>;
}

/** `'sha256-…'` sources of the inline scripts and styles that one group of pages carries. */
export interface InlineHashes {
  scripts: readonly string[];
  styles: readonly string[];
}

/** The page policy of consent-and-privacy section 13: nothing from elsewhere, nothing inline but what the build itself wrote. */
export function contentSecurityPolicy({ scripts, styles }: InlineHashes, origin: string): string {
  const directives = [
    "default-src 'none'",
    ['script-src', "'self'", ...scripts].join(' '),
    ['style-src', "'self'", ...styles].join(' '),
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ];
  return [...directives, ...(isHttps(origin) ? ['upgrade-insecure-requests'] : [])].join('; ');
}

const isHttps = (origin: string) => origin.startsWith('https://');

const permissions = [
  'camera',
  'microphone',
  'geolocation',
  'payment',
  'usb',
  'bluetooth',
  'serial',
  'hid',
  'idle-detection',
  'browsing-topics',
  'attribution-reporting',
  'join-ad-interest-group',
  'run-ad-auction',
];

/** Headers that every file of the site carries, whatever it is. */
const commonHeaders = (origin: string): Record<string, string> => ({
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  ...(isHttps(origin) && { 'Strict-Transport-Security': 'max-age=31536000' }),
});

/** Headers of a file whose name changes with its content. */
const kept = (origin: string): Record<string, string> => ({
  ...commonHeaders(origin),
  'Cache-Control': 'public, max-age=31536000, immutable',
});

const pageHeaders = (hashes: InlineHashes, origin: string): Record<string, string> => ({
  ...commonHeaders(origin),
  'Content-Security-Policy': contentSecurityPolicy(hashes, origin),
  // Not `no-referrer`: that would turn our own post without script into `Origin: null`.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': permissions.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'X-DNS-Prefetch-Control': 'off',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-cache',
});

/**
 * Pagefind's worker compiles its WebAssembly under the policy of its own file, so that no page has to allow that. A page that requires
 * corp starts only workers that do, too.
 */
const workerHeaders = (origin: string): Record<string, string> => ({
  ...commonHeaders(origin),
  'Content-Security-Policy': "default-src 'none'; connect-src 'self'; script-src 'wasm-unsafe-eval'",
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cache-Control': 'no-cache',
});

/** The files that a search loads. Only the worker has power of its own; the parts of Pagefind's index have a hash in their name. */
const searchRules = (origin: string): HeaderRule[] =>
  locales.flatMap((locale) => [
    { prefix: `${fullTextFolder(locale)}pagefind-worker.js`, headers: workerHeaders(origin) },
    ...['index/', 'fragment/'].map((hashed) => ({ prefix: fullTextFolder(locale) + hashed, headers: kept(origin) })),
    ...[fullTextFolder(locale), indexPath(locale)].map((prefix) => ({
      prefix,
      headers: { ...commonHeaders(origin), 'Cache-Control': 'no-cache' },
    })),
  ]);

/**
 * All header rules of a build: hashed assets, the search, guides with the policy of their one style block, and everything else. Two policies,
 * so that each stays one short line.
 */
export function headerRules(
  guidePrefixes: readonly string[],
  guides: InlineHashes,
  others: InlineHashes,
  origin: string,
): HeaderRule[] {
  return [
    { prefix: '/_astro/', headers: kept(origin) },
    ...searchRules(origin),
    ...guidePrefixes.map((prefix) => ({ prefix, headers: pageHeaders(guides, origin) })),
    { prefix: '/', headers: pageHeaders(others, origin) },
  ];
}

/** What a `_headers` file can hold at hosts that read one: https://developers.cloudflare.com/workers/static-assets/headers/ */
const hostLimits = { rules: 100, lineLength: 2000 };

/**
 * The rules as a `_headers` file. There every rule that fits an address adds to those before it, so the broad ones come first, and
 * each further one takes back what it says otherwise.
 */
export function hostHeaders(rules: readonly HeaderRule[]): string {
  const broadFirst = rules.toReversed();
  const blocks = broadFirst.map(({ prefix, headers }, place) => {
    // After each rule that fits, an address has exactly the headers of that rule.
    const before = broadFirst.slice(0, place).findLast((rule) => prefix.startsWith(rule.prefix))?.headers ?? {};
    const names = Object.keys({ ...before, ...headers }).filter((name) => before[name] !== headers[name]);
    return [
      `${prefix}*`,
      ...names.filter((name) => name in before).map((name) => `  ! ${name}`),
      ...names.filter((name) => name in headers).map((name) => `  ${name}: ${headers[name]}`),
    ];
  });
  const tooLong = blocks.flat().find((line) => line.length > hostLimits.lineLength);
  if (tooLong)
    throw new Error(`A line of _headers has ${tooLong.length} of ${hostLimits.lineLength} characters: ${tooLong}`);
  if (blocks.length > hostLimits.rules) throw new Error(`_headers has ${blocks.length} of ${hostLimits.rules} rules`);
  return `${blocks
    .filter((lines) => lines.length > 1)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
