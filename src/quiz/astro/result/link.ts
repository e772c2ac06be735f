/** A page that opens beside the result, because leaving the page would end it. */
export interface Link {
  title: string;
  path: string;
}
