/** Real minutes of one week by what fills them. Each minute counts once, so they add up to the week. Work is what remains after leave. */
export interface Load {
  session: number;
  travel: number;
  work: number;
  commute: number;
  sleep: number;
  block: number;
  free: number;
}
