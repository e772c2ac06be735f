import type { APIRoute } from 'astro';
import { z } from 'zod';
import { publishedSchema } from '#quiz/published-schema.ts';

/** Writes `dist/quiz-rules.schema.json`, the JSON Schema of `quiz-rules.json`. */
export const GET: APIRoute = () => new Response(JSON.stringify(z.toJSONSchema(publishedSchema, { io: 'input' })));
