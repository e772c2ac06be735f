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
 * All header rules of a build: hashed assets, guides with the policy of their one style block, and everything else. Two policies,
 * so that each stays one short line.
 */
export function headerRules(
  guidePrefixes: readonly string[],
  guides: InlineHashes,
  others: InlineHashes,
  origin: string,
): HeaderRule[] {
  return [
    {
      prefix: '/_astro/',
      headers: { ...commonHeaders(origin), 'Cache-Control': 'public, max-age=31536000, immutable' },
    },
    ...guidePrefixes.map((prefix) => ({ prefix, headers: pageHeaders(guides, origin) })),
    { prefix: '/', headers: pageHeaders(others, origin) },
  ];
}
