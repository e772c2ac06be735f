import type { Manifest } from '../manifest.ts';
import type { Settings } from './settings.ts';

/** Why this build must not be started with these settings; undefined where both agree. */
export function disagreement(
  settings: Settings,
  { mode, origin, takesRequests, operator, callInstead, pages, closedKinds }: Manifest,
): string | undefined {
  if (settings.NRS_MODE !== mode) {
    return `The site was built with NRS_MODE=${mode} and is started with NRS_MODE=${settings.NRS_MODE}. Build and start it with the same mode.`;
  }
  if ((settings.NRS_REQUESTS === 'on') !== takesRequests) {
    return `The site was built with NRS_REQUESTS=${takesRequests ? 'on' : 'off'} and is started with NRS_REQUESTS=${settings.NRS_REQUESTS}. Build and start it with the same.`;
  }
  if (mode !== 'production') return undefined;
  const started = settings.NRS_ORIGIN?.replace(/\/$/, '');
  if (started !== origin)
    return `The site was built with NRS_ORIGIN=${origin} and is started with NRS_ORIGIN=${started}. Build and start it with the same.`;
  if (takesRequests && pages['text-info'] && !settings.NRS_SMS_URL) {
    return 'The site was built with the forms for texts and is started without NRS_SMS_URL. Build and start it with the same.';
  }
  const couldText = pages['text-info'] || closedKinds.includes('text-info');
  if (takesRequests && !couldText && settings.NRS_SMS_URL) {
    return 'The site was built without NRS_SMS_URL, so it has no forms for texts, and is started with it. Build and start it with the same.';
  }
  if (operator.isSample) {
    return 'operator.isSample in content/site.yaml is true. Production needs the real operator: fill in its values and set isSample to false.';
  }
  if (takesRequests && /555\D?01\d\d$/.test(callInstead)) {
    return `operator.phone in content/site.yaml is ${callInstead}, a number for examples that nobody answers. Fill in the real one.`;
  }
  return undefined;
}
