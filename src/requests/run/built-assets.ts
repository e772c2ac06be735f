import { type Manifest, manifest } from '../manifest.ts';
import type { Pages } from '../ports.ts';
import type { Assets } from './bindings.ts';
import { pagesFrom, pathsOfPages } from './built-pages.ts';
import { type HeaderRules, headerRules } from './header-rules.ts';
import { Refused } from './refused.ts';

/** What the build left for the worker. */
export interface BuiltAssets {
  manifest: Manifest;
  rules: HeaderRules;
  pages: Pages;
}

/** Only the path counts: the binding serves our own files and nothing else. */
const home = 'https://assets.invalid';

/** Reads the build through the binding that also serves it, so that pages and answers are of one build. */
export async function readBuiltAssets(assets: Assets): Promise<BuiltAssets> {
  const read = async (path: string): Promise<string> => {
    const response = await assets.fetch(new Request(home + path));
    if (!response.ok)
      throw new Refused(`${path} is missing among the files of the site. Build it first: npm run build`);
    return response.text();
  };
  const [known, rules] = await Promise.all([read('/endpoint.json'), read('/headers.json')]);
  const parsed = manifest.safeParse(JSON.parse(known));
  if (!parsed.success) throw new Refused('/endpoint.json does not fit this version. Build again: npm run build');
  const pages = new Map(
    await Promise.all(pathsOfPages(parsed.data).map(async (path) => [path, await read(path)] as const)),
  );
  return {
    manifest: parsed.data,
    rules: headerRules.parse(JSON.parse(rules)),
    pages: pagesFrom(parsed.data, (path) => pages.get(path) ?? ''),
  };
}
