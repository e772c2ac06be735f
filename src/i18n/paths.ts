import { type Locale, locales, type PerLocale } from './locale.ts';

/** Every fixed page and its address per language. An address is a contract: add, never rename. */
export const addresses = {
  home: { en: '/', es: '/es/' },
  guides: { en: '/guides/', es: '/es/guias/' },
  check: { en: '/check-your-options/', es: '/es/vea-sus-opciones/' },
  howThisQuizDecides: { en: '/how-this-quiz-decides/', es: '/es/como-decide-este-cuestionario/' },
  planAroundWork: { en: '/plan-around-work/', es: '/es/organice-su-semana/' },
  wordsToUse: { en: '/plan-around-work/words-to-use/', es: '/es/organice-su-semana/palabras/' },
  contact: { en: '/contact/', es: '/es/contacto/' },
  callBack: { en: '/contact/call-back/', es: '/es/contacto/llamada/' },
  text: { en: '/contact/text/', es: '/es/contacto/mensaje/' },
  meeting: { en: '/contact/meeting/', es: '/es/contacto/reunion/' },
  shortCall: { en: '/contact/short-call/', es: '/es/contacto/llamada-corta/' },
  helpNow: { en: '/get-help-now/', es: '/es/ayuda-ahora/' },
  facts: { en: '/facts/', es: '/es/datos/' },
  questionsToAsk: { en: '/questions-to-ask/', es: '/es/preguntas-para-un-programa/' },
  forEmployers: { en: '/for-employers/', es: '/es/para-empleadores/' },
  glossary: { en: '/glossary/', es: '/es/glosario/' },
  search: { en: '/search/', es: '/es/buscar/' },
  privacy: { en: '/privacy/', es: '/es/privacidad/' },
  healthData: { en: '/consumer-health-data/', es: '/es/datos-de-salud/' },
  terms: { en: '/terms/', es: '/es/condiciones/' },
  sharedDevice: { en: '/privacy-on-a-shared-device/', es: '/es/privacidad-en-un-dispositivo-compartido/' },
  accessibility: { en: '/accessibility/', es: '/es/accesibilidad/' },
  howWeWrite: { en: '/how-we-write-and-check/', es: '/es/como-escribimos-y-verificamos/' },
  program: { en: '/our-program/', es: '/es/nuestro-programa/' },
  about: { en: '/about/', es: '/es/acerca-de/' },
} as const satisfies Record<string, PerLocale<string>>;

/** A fixed page, named by what it is for. */
export type Page = keyof typeof addresses;

/** The path of a fixed page, with its closing slash. */
export const pathTo = (page: Page, locale: Locale): string => addresses[page][locale];

/** The path of a guide. `slug` is the guide's own slug in that language. */
export const pathToGuide = (slug: string, locale: Locale): string => `${addresses.guides[locale]}${slug}/`;

/** The fixed page at a path and its language, or undefined for a path of another kind. */
export function pageAt(path: string): { page: Page; locale: Locale } | undefined {
  for (const page of Object.keys(addresses) as Page[]) {
    const locale = locales.find((candidate) => addresses[page][candidate] === path);
    if (locale) return { page, locale };
  }
  return undefined;
}
