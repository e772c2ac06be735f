import type { APIRoute } from 'astro';
import { texts } from '#i18n/astro/texts.ts';
import { addresses } from '#i18n/paths.ts';
import { allDisclosures } from '#requests/astro/disclosures.ts';
import { textingHours } from '#requests/astro/texting-hours.ts';
import { kinds } from '#requests/kind.ts';
import { type Manifest, manifest } from '#requests/manifest.ts';
import { cancelPaths } from '#requests/paths.ts';
import { callInstead, consentValues } from '#requests/recipient.ts';
import { deployment, site } from '#site/astro/site.ts';
import { type FormPage, formPages } from '#site/deployment.ts';
import { hasOwnLine } from '#site/who-pays.ts';

/** Writes `dist/endpoint.json`: what the endpoint must know of this build. The server reads it and serves it to nobody. */
export const GET: APIRoute = async () => {
  const { operator, helplines } = await site();
  const words = { en: (await texts('en')).requests, es: (await texts('es')).requests };
  const { isSample, legalName, timeZone, hours, closed, callSeats, retentionDays, historyDays } = operator;
  const here = await deployment();
  const { mode, origin, takesRequests, sendsTexts } = here;
  const isOpen = (page: FormPage) => !here.closedForms.includes(page);
  const built: Manifest = {
    ...{ mode, origin, takesRequests },
    buildId: process.env['NRS_BUILD_ID'] ?? 'unnamed',
    closedKinds: kinds.filter((kind) => !isOpen(formPages[kind])),
    operator: { isSample, legalName, timeZone, hours, closed, callSeats, retentionDays, historyDays },
    texts: words,
    texting: {
      brand: operator.smsBrand,
      lines: {
        emergency: helplines.emergency.number,
        crisis: helplines.crisis.number,
        treatment: helplines.treatment.number,
      },
      hours: await textingHours(),
    },
    callInstead: callInstead({ ...operator, isSample: !hasOwnLine(operator) }, helplines),
    helplines: Object.values(helplines).map(({ name, number }) => ({ name, number })),
    disclosures: await allDisclosures({
      en: consentValues(operator, helplines, words.en, 'en'),
      es: consentValues(operator, helplines, words.es, 'es'),
    }),
    pages: {
      ...(isOpen('callBack') && { callback: addresses.callBack }),
      ...(sendsTexts && { 'text-info': addresses.text }),
      ...(isOpen('meeting') && { meeting: addresses.meeting }),
      ...(isOpen('shortCall') && { 'short-call': addresses.shortCall }),
      cancel: cancelPaths,
    },
  };
  return new Response(JSON.stringify(manifest.parse(built)));
};
