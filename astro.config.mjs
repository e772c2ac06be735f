import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { checkContent } from '#guides/build/check.ts';
import { addresses } from '#i18n/paths.ts';
import { builtPages } from '#site/build/finish.ts';
import { lightStyles } from '#site/build/light-styles.ts';
import { movedPages } from '#site/build/moved-pages.ts';
import { preloadScripts } from '#site/build/preload.ts';
import { readSiteFile } from '#site/build/site-file.ts';
import { readDeployment } from '#site/deployment.ts';

const { origin } = readDeployment(process.env, readSiteFile().origin);
const guides = Object.values(addresses.guides);
const built = builtPages(guides, origin);

export default defineConfig({
  site: origin,
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
    lightStyles(guides),
    built.read,
    sitemap({
      filter: (address) => built.pages.get(new URL(address).pathname)?.isIndexed ?? false,
      serialize(item) {
        const { alternates = {}, modified: lastmod } = built.pages.get(new URL(item.url).pathname) ?? {};
        const links = Object.entries(alternates).map(([lang, url]) => ({ lang, url }));
        return { ...item, ...(links.length > 0 && { links }), ...(lastmod && { lastmod }) };
      },
    }),
    movedPages(built.pages, origin),
    built.finish,
  ],
  vite: {
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
});
