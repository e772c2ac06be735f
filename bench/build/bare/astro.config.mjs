import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'http://127.0.0.1:4321',
  trailingSlash: 'always',
  cacheDir: './.astro',
  markdown: { syntaxHighlight: false },
  integrations: [mdx()],
  // Silences one line per guide, as ours does.
  vite: { build: { rolldownOptions: { checks: { moduleLevelDirective: false } } } },
});
