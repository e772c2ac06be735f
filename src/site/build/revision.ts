/** A change to the text of the built pages. Pages are known by their paths. */
export interface Revision {
  /** Sees every page as it was built, before the first one is changed. */
  look?(path: string, html: string): void;
  /** The page as it is to be. */
  apply(path: string, html: string): string;
}
