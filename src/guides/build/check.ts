import type { AstroIntegration } from 'astro';
import { printed } from '#facts/finding.ts';
import { withParagraphs } from '../lone-facts.ts';
import { withoutLinksTo } from '../publication.ts';
import { contentFindings, contentNotes, readContent, unpublishedGuides } from './content.ts';

const nameOfList = 'virtual:unpublished-guides';
/** Names of modules that are no file start like this: other plugins then leave them alone. */
const idOfList = `\0${nameOfList}`;

/**
 * Stops the build and the editing server, with every finding printed, where content is wrong; a build prints its notes, too. Hands right
 * texts on to MDX, and the names of guides that are not published, those of `leftOut` among them, to whoever imports `virtual:unpublished-guides`. All content is read here, once.
 */
export function checkContent(leftOut: readonly string[] = []): AstroIntegration {
  return {
    name: 'check-content',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'preview') return;
        const content = readContent();
        const findings = contentFindings(content);
        if (command === 'build') {
          const today = new Date().toISOString().slice(0, 10);
          for (const note of contentNotes(today, content)) console.log(`note ${printed(note)}`);
        }
        if (findings.length > 0) {
          // Not in the error itself: Astro reads an error's words for hints of its own.
          for (const finding of findings) console.error(printed(finding));
          throw new Error(`Findings in the content: ${findings.length}, printed above. Nothing was built.`);
        }
        const unpublished = unpublishedGuides(content, leftOut);
        const paths = unpublished.map(({ path }) => path);
        const list = `export const unpublished = ${JSON.stringify(unpublished.map(({ file }) => file))};`;
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'unpublished-guides',
                resolveId: (id) => (id === nameOfList ? idOfList : undefined),
                load: (id) => (id === idOfList ? list : undefined),
              },
              {
                name: 'ready-for-mdx',
                enforce: 'pre',
                transform: {
                  filter: { id: /\/content\/(guides|pages)\/.*\.mdx/ },
                  handler: (mdx) => ({ code: withoutLinksTo(paths, withParagraphs(mdx)), map: null }),
                },
              },
            ],
          },
        });
      },
    },
  };
}
