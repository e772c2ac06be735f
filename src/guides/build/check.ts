import type { AstroIntegration } from 'astro';
import { printed } from '#facts/finding.ts';
import { contentFindings } from './content.ts';

/** Stops the build and the editing server, with every finding printed, where content is wrong. */
export function checkContent(): AstroIntegration {
  return {
    name: 'check-content',
    hooks: {
      'astro:config:setup': ({ command, logger }) => {
        if (command === 'preview') return;
        const findings = contentFindings();
        if (findings.length === 0) return;
        for (const finding of findings) logger.error(printed(finding));
        throw new Error(`The content has ${findings.length} findings:\n${findings.map(printed).join('\n')}`);
      },
    },
  };
}
