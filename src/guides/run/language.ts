/**
 * `npm run lint:language`: words to avoid, in all content. `--root <folder>` reads another tree, file names read only those files.
 * Exit code 1 where a finding would stop the build; warnings are for a person to decide.
 */
import { chdir } from 'node:process';
import { parseArgs } from 'node:util';
import { printed } from '#facts/finding.ts';
import { readContent } from '../build/content.ts';
import { languageFindings } from '../build/texts.ts';
import { placeOf } from './place.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { root: { type: 'string' } } });
const places = positionals.map(placeOf);
chdir(values.root ?? places[0]?.root ?? '.');

const { factFiles, otherFiles, guides, pages } = readContent();
const { failures, warnings } = languageFindings([...factFiles, ...otherFiles], [...guides, ...pages]);
const isAsked = ({ file }: { file: string }) => places.length === 0 || places.some((place) => place.file === file);
const mustChange = failures.filter(isAsked);
const mayChange = warnings.filter(isAsked);
for (const finding of mayChange) console.log(`warning ${printed(finding)}`);
for (const finding of mustChange) console.error(printed(finding));
console.log(`${mustChange.length} to change, ${mayChange.length} to think about.`);
process.exitCode = mustChange.length > 0 ? 1 : 0;
