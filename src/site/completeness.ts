import { nearest } from '#i18n/nearest.ts';
import { textsIn, whySample } from '#i18n/sample.ts';
import type { SiteConfig } from './config.ts';
import type { Deployment } from './deployment.ts';
import type { SiteProblem } from './site-problems.ts';

/** What stands in other files, so that settings can name it. */
export interface Surroundings {
  /** The timetables of content/tracks.yaml, and whether each says its zone. */
  tracks: Readonly<Record<string, { hasZone: boolean }>>;
  /** Guides by file name without ending, in any language. */
  guides: readonly string[];
  /** Files in public/. */
  files: readonly string[];
}

/** What every site needs that has an operator, even one without forms. */
function missingAnywhere({ operator }: SiteConfig): SiteProblem[] {
  if (operator.whatWeAre !== 'licensed-program' || operator.licences.length > 0) return [];
  return [{ field: 'operator.licences', what: 'A licensed program names its licence: the state and the number.' }];
}

/** What a site needs besides, if readers can ask it for contact. */
function missingForRequests({ operator, contactKinds }: SiteConfig, here: Deployment): SiteProblem[] {
  const problems: SiteProblem[] = [];
  if (!Object.values(operator.hours).some((hours) => hours !== null)) {
    const what =
      'Nobody is there on any day. Fill in the hours of one day or more, or close the forms: NRS_REQUESTS=off.';
    problems.push({ field: 'operator.hours', what });
  }
  if (!Object.values(contactKinds).includes(true)) {
    const what = 'Every way to ask for contact is off. Turn one on, or close the forms: NRS_REQUESTS=off.';
    problems.push({ field: 'contactKinds', what });
  }
  const needed = here.sendsTexts ? (['host', 'texts'] as const) : (['host'] as const);
  for (const does of needed) {
    if (operator.processors.some((processor) => processor.does === does)) continue;
    const what = `Nobody is named for "${does}". Readers are told which company handles their requests; name yourself where it is you.`;
    problems.push({ field: 'operator.processors', what });
  }
  return problems;
}

/** Values that belong to nobody. Without forms, contact data is not shown and may stay as it came. */
function samples({ operator, program, origin, name, description }: SiteConfig, here: Deployment): SiteProblem[] {
  const { legalName, licences, correctionsContact, chat } = operator;
  const shown = here.takesRequests ? operator : { legalName, licences, correctionsContact, chat };
  const texts = [
    ...textsIn({ name, description }, '').map(([field, text]): [string, string] => [field.slice(1), text]),
    ...textsIn(shown, 'operator'),
    ...textsIn(program, 'program'),
    ...textsIn(origin, 'origin'),
  ];
  const found = texts.flatMap(([field, text]) => {
    const why = whySample(text);
    return why ? [{ field, what: `"${text}" is ${why}. Write the real one.` }] : [];
  });
  const told = { field: 'operator.isSample', what: 'It is true. Fill in the real operator, then set it to false.' };
  return operator.isSample ? [told, ...found] : found;
}

/** A name with a dot in it, and no number: inner networks have names without one. */
const isPublicHttps = /^https:\/\/([\w-]+\.)+(?!local$|internal$|lan$)[a-z]{2,}$/;

function originProblems({ origin }: Deployment, fromFile: string | null): SiteProblem[] {
  const why = whySample(origin);
  if (why && origin !== fromFile) return [{ field: 'NRS_ORIGIN', what: `"${origin}" is ${why}. Write the real one.` }];
  if (isPublicHttps.test(origin)) return [];
  return [
    { field: 'NRS_ORIGIN', what: `Found "${origin}". Production has a public https address under a name of its own.` },
  ];
}

const didYouMean = (written: string, known: readonly string[], otherwise: string): string => {
  const near = nearest(written, known);
  return near ? `Did you mean "${near}"?` : otherwise;
};

/** A form that leads to another one needs it. */
const withoutOtherWay = ({ contactKinds }: SiteConfig): SiteProblem[] =>
  contactKinds['short-call'] && !contactKinds.callback
    ? [
        {
          field: 'contactKinds.callback',
          what: 'The form for a short call offers it as the other way. Turn both on, or both off.',
        },
      ]
    : [];

/** Things that settings name and that are not there: wrong in every mode. */
function dangling(
  { program, guidesLeftOut, logo }: SiteConfig,
  { tracks, guides, files }: Surroundings,
): SiteProblem[] {
  return [
    ...(program?.tracks ?? []).flatMap((id, place) => {
      const field = `program.tracks.${place}`;
      if (!tracks[id])
        return [
          {
            field,
            what: `content/tracks.yaml has no "${id}". ${didYouMean(id, Object.keys(tracks), 'Add the timetable there.')}`,
          },
        ];
      return tracks[id].hasZone
        ? []
        : [{ field, what: `"${id}" in content/tracks.yaml says no zone. A real timetable has one.` }];
    }),
    ...guidesLeftOut.flatMap((id, place) =>
      guides.includes(id)
        ? []
        : [
            {
              field: `guidesLeftOut.${place}`,
              what: `There is no guide "${id}". ${didYouMean(id, guides, 'Write its file name without the ending.')}`,
            },
          ],
    ),
    ...(logo && !files.includes(logo) ? [{ field: 'logo', what: `There is no file public/${logo}.` }] : []),
  ];
}

/**
 * Everything that keeps a site from being built in its mode (design section 2). A demonstration may be a sample and incomplete, a
 * rehearsal may be a sample, and production may be neither.
 */
export function whatIsMissing(site: SiteConfig, here: Deployment, surroundings: Surroundings): SiteProblem[] {
  const wrong = [...dangling(site, surroundings), ...withoutOtherWay(site)];
  if (here.mode === 'demo') return wrong;
  const missing = [...missingAnywhere(site), ...(here.takesRequests ? missingForRequests(site, here) : [])];
  if (here.mode === 'rehearsal') return [...wrong, ...missing];
  return [...wrong, ...missing, ...originProblems(here, site.origin), ...samples(site, here)];
}
