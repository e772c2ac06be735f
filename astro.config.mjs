import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { checkContent } from '#guides/build/check.ts';
import { addresses } from '#i18n/paths.ts';
import { builtPages } from '#site/build/finish.ts';
import { preloadScripts } from '#site/build/preload.ts';
import { buildSearch } from '#site/build/search.ts';
import { readSiteFile } from '#site/build/site-file.ts';
import { readDeployment } from '#site/deployment.ts';

const here = readDeployment(process.env, readSiteFile().origin);
const built = builtPages(Object.values(addresses.guides), here.origin);

export default defineConfig({
  site: here.origin,
  trailingSlash: 'always',
  cacheDir: './.astro',
  // The rules that join inline elements without a space are for JSX writers; our texts are read by people.
  compressHTML: true,
  build: { inlineStylesheets: 'always' },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  integrations: [
    checkContent(),
    mdx(),
    preact(),
    preloadScripts(),
    built.read,
    sitemap({
      filter: (address) => built.pages.get(new URL(address).pathname)?.isIndexed ?? false,
      serialize(item) {
        const alternates = built.pages.get(new URL(item.url).pathname)?.alternates ?? {};
        const links = Object.entries(alternates).map(([lang, url]) => ({ lang, url }));
        return { ...item, ...(links.length > 0 && { links }) };
      },
    }),
    buildSearch(built.pages, here),
    built.finish,
  ],
  vite: {
    build: {
      // The script of the search box stands in its page: nothing is loaded before somebody searches.
      assetsInlineLimit: 6_000,
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
