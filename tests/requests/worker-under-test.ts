/**
 * The worker as the tests of the endpoint need it: at their time, and once for each test. A post to `/api/anew` starts it anew over
 * the manifest and settings in its body. What it logs comes back in a header of each answer.
 */
import type { Locale } from '#i18n/locale.ts';
import type { Manifest } from '#requests/manifest.ts';
import type { Template } from '#requests/ports.ts';
import { problemCodes } from '#requests/problem.ts';
import type { Bindings, Context } from '#requests/run/bindings.ts';
import { type WorkerSite, workerSite } from '#requests/run/worker-site.ts';
import { madeUpPage, madeUpProblem } from './made-up-pages.ts';

const now = Date.parse('2026-11-23T15:00:00Z');
globalThis.Date = class extends Date {
  constructor(...parts: [] | [string | number | Date]) {
    super(...((parts.length > 0 ? parts : [now]) as [number]));
  }
  static override now = () => now;
} as DateConstructor;

let lines: string[] = [];
console.log = (line: string) => void lines.push(line);

let site: WorkerSite;
let own: Partial<Bindings>;

/** Tells nobody outside: these tests end where the answer is. */
const startAnew = (): WorkerSite => workerSite({ deliverDue: async () => {}, testDelivery: async () => {} });

/** The made-up pages of a manifest, and what else the site has. */
function assetsOf(manifest: Manifest, { ASSETS }: Bindings): Bindings['ASSETS'] {
  const pages = Object.entries(manifest.pages).flatMap(([template, paths]) =>
    Object.entries(paths).map(([locale, path]) => [path, madeUpPage(template as Template, locale as Locale)] as const),
  );
  const problems = problemCodes.map((code) => [`/problems/${code}/`, madeUpProblem(code)] as const);
  const files = new Map([...pages, ...problems, ['/endpoint.json', JSON.stringify(manifest)]]);
  return {
    async fetch(request) {
      const file = files.get(new URL(request.url).pathname);
      return file === undefined ? ASSETS.fetch(request) : new Response(file);
    },
  };
}

export default {
  async fetch(request: Request, bindings: Bindings, context: Context) {
    if (new URL(request.url).pathname === '/api/anew') {
      const { manifest, settings } = (await request.json()) as {
        manifest: Manifest;
        settings: Record<string, string>;
      };
      own = { ...settings, ASSETS: assetsOf(manifest, bindings) };
      site = startAnew();
      return new Response();
    }
    const answer = await site.fetch(request, { ...bindings, ...own }, context);
    const response = new Response(answer.body, answer);
    response.headers.set('x-logged', encodeURIComponent(JSON.stringify(lines)));
    lines = [];
    return response;
  },
  queue: async () => {},
  scheduled: async () => {},
} satisfies WorkerSite;
