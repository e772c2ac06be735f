/** Made by the integration in `check.ts`. */
declare module 'virtual:unpublished-guides' {
  /** Files of the guides that lack the sources to be published: `content/guides/en/thin-guide.mdx`. */
  export const unpublished: readonly string[];
}
