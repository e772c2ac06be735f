import type { AstroIntegration } from 'astro';
import { printed } from '#facts/finding.ts';
import { withParagraphs } from '../lone-facts.ts';
import { withoutLinksTo } from '../publication.ts';
import { contentFindings, readContent, unpublishedGuides } from './content.ts';

/** Stops the build and the editing server, with every finding printed, where content is wrong. Hands right texts on to MDX. */
export function checkContent(): AstroIntegration {
  return {
    name: 'check-content',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'preview') return;
        const content = readContent();
        const findings = contentFindings(content);
        if (findings.length > 0) {
          // Not in the error itself: Astro reads an error's words for hints of its own.
          for (const finding of findings) console.error(printed(finding));
          throw new Error(`Findings in the content: ${findings.length}, printed above. Nothing was built.`);
        }
        const unpublished = unpublishedGuides(content).map(({ path }) => path);
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'ready-for-mdx',
                enforce: 'pre',
                transform: {
                  filter: { id: /\/content\/(guides|pages)\/.*\.mdx/ },
                  handler: (mdx) => ({ code: withoutLinksTo(unpublished, withParagraphs(mdx)), map: null }),
                },
              },
            ],
          },
        });
      },
    },
  };
}
