import { readFileSync, statSync } from 'node:fs';
import { makeKeys } from '#requests/run/keys.ts';
import { readSurroundings } from '#site/build/settled.ts';
import { siteFile } from '#site/build/site-file.ts';
import { whatIsMissing } from '#site/completeness.ts';
import type { SiteConfig } from '#site/config.ts';
import { readDeployment } from '#site/deployment.ts';
import { printedProblems, type SiteProblem } from '#site/site-problems.ts';
import { done, impossible, json, type Outcome } from '../outcome.ts';
import { questions } from './questions.ts';
import { answersIn, SiteDocument } from './site-document.ts';

/** The person at the keyboard. */
export interface Talk {
  say(text: string): void;
  /** What was typed; undefined once nothing more will be. */
  hear(): Promise<string | undefined>;
}

type Environment = Readonly<Record<string, string | undefined>>;

const concerning = (problems: readonly SiteProblem[], field: string): SiteProblem[] =>
  problems.filter((problem) => problem.field === field || problem.field.startsWith(`${field}.`));

/** Asks until every answer is one that the schema takes. False where the talk ended before. */
async function askAll(document: SiteDocument, { say, hear }: Talk): Promise<boolean> {
  say(`${questions.length} questions about who runs this site. Enter alone keeps what stands in brackets.`);
  for (const { field, ask, read, show } of questions) {
    const before = document.get(field);
    let wrong: SiteProblem[];
    do {
      say(`\n${ask}\n[${before === undefined ? '' : show(before)}]`);
      const words = (await hear())?.trim();
      if (words === undefined) return false;
      if (words !== '') document.set(field, read(words));
      wrong = concerning(document.read().problems, field);
      for (const { what } of wrong) say(what);
      if (wrong.length > 0 && before !== undefined) document.set(field, before);
    } while (wrong.length > 0);
  }
  return true;
}

/** Takes the answers of a file. A sentence where it cannot be read. */
function takeAll(document: SiteDocument, file: string): string | undefined {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    return `${file} is no file. Write settings into it as in ${siteFile}, as many as you want to change.`;
  }
  const answers = answersIn(readFileSync(file, 'utf8'));
  if (typeof answers === 'string') return `${file}: ${answers}`;
  for (const { field, value } of answers) document.set(field, value);
  return undefined;
}

/** What production would still refuse, at the address that the settings or this environment name. */
function stillMissing(site: SiteConfig, env: Environment): SiteProblem[] {
  // A rehearsal reads the same and refuses no address that is still missing.
  const { origin: _stoodIn, ...here } = readDeployment({ ...env, NRS_MODE: 'rehearsal' }, site);
  const origin = env['NRS_ORIGIN'] ?? site.origin ?? '';
  return whatIsMissing(site, { ...here, mode: 'production', origin }, readSurroundings());
}

const keyWords = `Keys for this operator. They are printed once and kept nowhere here: put them into your secret store now.
NRS_PRIVATE_KEY opens requests and belongs only where they are delivered or read. If you have keys already, keep the old ones:
what was sealed for them, and who asked for no more texts, is known by them alone.`;

const afterwards = `Where requests go is told to the server, not to this file: NRS_WEBHOOK_URL and NRS_WEBHOOK_SECRET, or NRS_SMTP_URL and
NRS_NOTIFY_TO; texts need NRS_SMS_URL, NRS_SMS_ACCOUNT, NRS_SMS_TOKEN and NRS_SMS_FROM. Try it all: NRS_MODE=rehearsal npm start`;

/** Writes the settings of the operator, makes keys, and explains what production would still refuse. Writes nothing that the schema does not take. */
export async function init(env: Environment, from: { answers: string } | Talk, asJson: boolean): Promise<Outcome> {
  const document = new SiteDocument(siteFile);
  if (document.fault) return impossible(`${siteFile}: ${document.fault}`);
  if ('answers' in from) {
    const unreadable = takeAll(document, from.answers);
    if (unreadable) return impossible(unreadable);
  } else if (!(await askAll(document, from))) {
    return impossible('The answers ended before the questions. Nothing was written.');
  }
  const { site, problems } = document.read();
  if (!site) return impossible(`${printedProblems(siteFile, problems)}\nNothing was written.`);
  document.write();
  const missing = stillMissing(site, env);
  const keys = await makeKeys(`k${new Date().toISOString().slice(0, 10)}`);
  if (asJson) return json({ written: siteFile, missing, keys });
  return done(
    [
      `Wrote ${siteFile}.`,
      `${keyWords}\n\n${Object.entries(keys)
        .map(([name, key]) => `${name}=${key}`)
        .join('\n')}`,
      missing.length === 0
        ? 'Nothing in the settings is missing for production.'
        : `Production still refuses:\n${printedProblems(siteFile, missing)}`,
      afterwards,
    ].join('\n\n'),
  );
}
