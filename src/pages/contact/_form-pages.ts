import type { addresses } from '#i18n/paths.ts';
import type { Kind } from '#requests/kind.ts';

/** The page of each form. */
export const formPages = {
  callback: 'callBack',
  'text-info': 'text',
  meeting: 'meeting',
  'short-call': 'shortCall',
} as const satisfies Record<Kind, keyof typeof addresses>;
