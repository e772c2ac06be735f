import { tables } from '../rules.ts';
import { worksheetStyle } from '../worksheet-style.ts';

/** The style sheet of the worksheet. It is the same in every language and takes a second to derive: once a build. */
export const worksheetSheet = worksheetStyle(tables);
