/**
 * `npm run lint:content`: all that a build would find in the content, and its notes, without building. `--root <folder>` reads another
 * tree, file names print only what concerns those files. Exit code 1 where a finding would stop the build.
 */
import { chdir } from 'node:process';
import { parseArgs } from 'node:util';
import { printed } from '#facts/finding.ts';
import { contentFindings, contentNotes, readContent } from '../build/content.ts';
import { placeOf } from './place.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { root: { type: 'string' } } });
const places = positionals.map(placeOf);
chdir(values.root ?? places[0]?.root ?? '.');

const content = readContent();
const isAsked = ({ file }: { file: string }) => places.length === 0 || places.some((place) => place.file === file);
const findings = contentFindings(content).filter(isAsked);
const notes = contentNotes(new Date().toISOString().slice(0, 10), content).filter(isAsked);
for (const note of notes) console.log(`note ${printed(note)}`);
for (const finding of findings) console.error(printed(finding));
console.log(`${findings.length} to change, ${notes.length} to know.`);
process.exitCode = findings.length > 0 ? 1 : 0;
