/** What is printed, and how the process ends. */
export interface Outcome {
  text: string;
  exitCode: 0 | 1;
  /** Whether the text is what was asked for, or says why it cannot be had. */
  isAnswer: boolean;
}

/** The command did what was asked. */
export const done = (text: string): Outcome => ({ text, exitCode: 0, isAnswer: true });

/** It could not, and says why in a sentence. */
export const impossible = (text: string): Outcome => ({ text, exitCode: 1, isAnswer: false });

/** One JSON value, for machines. */
export const json = (value: unknown): Outcome => done(JSON.stringify(value));
