import { expect, test } from 'vitest';
import { endpoint, jsonPost } from './endpoint.ts';
import { goodRequest, manifestOf, texts } from './fixtures.ts';

/** What the page behind a cancel link asks, where the database keeps so many days of history. */
async function askedWith(historyDays: number): Promise<string> {
  const asked: string[] = [];
  const { send, deps } = endpoint({}, { operator: { ...manifestOf().operator, historyDays } });
  const { fill } = deps.pages;
  deps.pages.fill = (template, locale, parts) => {
    asked.push(parts.texts?.['ask'] ?? '');
    return fill(template, locale, parts);
  };
  const { cancelUrl } = await (await send(jsonPost(goodRequest))).json();
  await send(new Request(`https://help.gov${cancelUrl}`));
  return asked.at(-1) ?? '';
}

test('a cancel link promises erasing for good only where nothing can bring it back', async () => {
  const { ask, final } = texts.en.cancel;
  expect(await askedWith(0)).toBe(`${ask.callback} ${final}`);
  expect(await askedWith(30)).toBe(
    `${ask.callback} A locked copy stays in the history of our database for up to 30 days. Then it is gone.`,
  );
});
