import { z } from 'zod';

const text = z.string().min(1);

/** The words of the planner: section `planner` of `content/ui/<locale>.yaml`. The letters have a file of their own. */
export const plannerTexts = z.strictObject({
  /** Title, description and opening of `/plan-around-work/`. The title is neutral: it may be read over a shoulder. */
  page: z.strictObject({ title: text, description: text, heading: text, lead: text }),
});

/** The parsed `planner` section. */
export type PlannerTexts = z.infer<typeof plannerTexts>;
