import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { checkContent } from '#guides/build/check.ts';
import { addresses } from '#i18n/paths.ts';
import { brand } from '#site/build/brand.ts';
import { builtPages } from '#site/build/finish.ts';
import { inlineScripts } from '#site/build/inline-scripts.ts';
import { lightStyles } from '#site/build/light-styles.ts';
import { movedPages } from '#site/build/moved-pages.ts';
import { narrowLetters } from '#site/build/narrow-letters.ts';
import { onlyHere } from '#site/build/only-here.ts';
import { preloadScripts } from '#site/build/preload.ts';
import { buildSearch } from '#site/build/search.ts';
import { readSettled } from '#site/build/settled.ts';

const { here, site } = readSettled(process.env);
const quiz = Object.values(addresses.check);
const guides = Object.values(addresses.guides);
const preloads = preloadScripts();
const built = builtPages(guides, here.origin, site.leaveTo, [preloads, lightStyles(guides), narrowLetters(quiz)]);

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
    checkContent(site.guidesLeftOut),
    mdx(),
    // Only these hold JSX: without the filter Babel reads every TypeScript file.
    preact({ include: ['**/*.tsx'] }),
    preloads.noteImports,
    inlineScripts(quiz),
    built.read,
    sitemap({
      filter: (address) => built.pages.get(new URL(address).pathname)?.isIndexed ?? false,
      serialize(item) {
        const { alternates = {}, modified: lastmod } = built.pages.get(new URL(item.url).pathname) ?? {};
        const links = Object.entries(alternates).map(([lang, url]) => ({ lang, url }));
        return { ...item, ...(links.length > 0 && { links }), ...(lastmod && { lastmod }) };
      },
    }),
    buildSearch(built.pages, here),
    movedPages(built.pages, here.origin),
    onlyHere(site.leaveTo),
    built.finish,
  ],
  vite: {
    plugins: [brand(site.accent)],
    build: {
      // The script of the search box stands in its page: nothing is loaded before somebody searches.
      assetsInlineLimit: 6_000,
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    environments: {
      client: {
        // What every island needs comes in one file, and so over one journey.
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [{ name: 'preact', test: /node_modules\/preact\/(dist|jsx-runtime)\/|i18n\/fill/ }],
              },
            },
          },
        },
      },
    },
  },
});
