import { fill } from '#i18n/fill.ts';
import { whySample } from '#i18n/sample.ts';
import type { Mode, Operator } from './config.ts';
import type { SiteTexts } from './texts.ts';

/** Whether somebody may be called at the operator's own number: it is filled in and belongs to somebody. */
export const hasOwnLine = ({ isSample, phone }: Pick<Operator, 'isSample' | 'phone'>): boolean =>
  !isSample && whySample(phone) === undefined;

type Runner = Pick<Operator, 'isSample' | 'legalName' | 'whatWeAre' | 'paidForReferrals'>;

/** The operator, where it really runs this copy: not while it is a sample, and not in a demonstration or a rehearsal. */
export const whoRuns = <Of extends { isSample: boolean }>(operator: Of, mode: Mode): Of | undefined =>
  mode === 'production' && !operator.isSample ? operator : undefined;

/** Who runs a page, and who has money in it: the fourth thing a reader of health advice has to be told, after author, sources and dates. */
export function whoPays(runner: Runner | undefined, words: SiteTexts['whoPays']): string {
  const payers = runner?.paidForReferrals;
  return [
    runner ? fill(words.operator[runner.whatWeAre], { legalName: runner.legalName }) : words.nobody,
    payers ? fill(words.payers, { payers: payers.join(', ') }) : words.noPayers,
    words.noAds,
  ].join(' ');
}
