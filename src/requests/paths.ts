import type { PerLocale } from '#i18n/locale.ts';

/** The page that a cancel link is answered with; opened alone it says where the link is. */
export const cancelPaths: PerLocale<string> = { en: '/contact/cancel/', es: '/es/contacto/cancelar/' };
