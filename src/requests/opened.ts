import type { StoredRequest } from './desk.ts';
import { someoneElseAnswers, voicemail } from './fields.ts';
import type { Opener } from './ports.ts';

/** What a request says, under the names of its form. */
export type Content = Readonly<Record<string, unknown>>;

/** Opens one seal. Undefined where the request is erased, or where the key is not ours. */
async function contentOf(request: StoredRequest, opener: Opener): Promise<Content | undefined> {
  const { id, kind, schemaVersion, sealed } = request;
  const content = sealed && (await opener.open(sealed, { requestId: id, kind, schemaVersion }));
  return content === undefined ? undefined : JSON.parse(content);
}

/** Choices about one thing, the most private one first. */
const byPrivacy = { voicemail, someoneElseAnswers } as const;

/**
 * What a request says, with the most private of the choices that its sender made in it or in a repeat: somebody who asks again and is
 * more careful means it for both. Undefined where it cannot be opened.
 */
export async function openRequest(
  request: StoredRequest,
  repeats: readonly StoredRequest[],
  opener: Opener,
): Promise<Content | undefined> {
  const own = await contentOf(request, opener);
  if (!own) return undefined;
  const others = await Promise.all(repeats.filter(({ id }) => id !== request.id).map((one) => contentOf(one, opener)));
  const careful = Object.entries(byPrivacy).flatMap(([field, choices]) => {
    const chosen = choices.find((choice) => [own, ...others].some((content) => content?.[field] === choice));
    return own[field] === undefined ? [] : [[field, chosen]];
  });
  return { ...own, ...Object.fromEntries(careful) };
}
