import type { APIRoute } from 'astro';
import { library } from '#facts/astro/library.ts';
import { printableFact } from '#facts/printable.ts';
import type { Locale } from '#i18n/locale.ts';
import { decidesWords, vignettes } from '#quiz/astro/decides/words.ts';
import { wording } from '#quiz/astro/wording.ts';
import { published } from '#quiz/published.ts';
import { publishedSchema } from '#quiz/published-schema.ts';
import { tables } from '#quiz/rules.ts';

/** Writes `dist/quiz-rules.json`: all rules of the quiz, for others to reuse. */
export const GET: APIRoute = async () => {
  const facts = await library();
  const quiz = (locale: Locale) =>
    wording(locale, (id) => printableFact(id, facts, `content/quiz/${locale}.yaml`).figure[locale]);
  const data = published(
    tables,
    {
      quiz: { en: await quiz('en'), es: await quiz('es') },
      page: { en: await decidesWords('en'), es: await decidesWords('es') },
    },
    await vignettes(),
  );
  return new Response(JSON.stringify(publishedSchema.parse(data)));
};
