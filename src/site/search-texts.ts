import { z } from 'zod';

const text = z.string().min(1);

/** The words of the search and of its page. What readers type and where it leads is in `content/search`. */
export const searchTexts = z.strictObject({
  title: text,
  description: text,
  heading: text,
  lead: text,
  /** Above the box, and on the button beside it. */
  label: text,
  button: text,
  /** What happens to what is typed. Must stay true of what the script does. */
  privacy: text,
  /** In place of the box where the browser runs no script. */
  needsScript: text,
  /** Name of the list of results. */
  results: text,
  /** Said aloud while a reader types. `{count}` */
  status: z.strictObject({ searching: text, none: text, one: text, many: text, failed: text }),
  /** Where nothing is found: what to try, where else to go, whom to ask. `{line}`, `{number}` */
  nothing: z.strictObject({ heading: text, tries: z.array(text).min(2), topPages: text, helpline: text }),
  /** Headings of the lists below the box, which are there without script, too. */
  allGuides: text,
  otherPages: text,
});
