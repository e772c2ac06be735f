/** A claim that is a paragraph of its own: MDX wraps text in paragraphs, but leaves a lone component bare. */
export const withParagraphs = (mdx: string): string =>
  mdx.replace(/(?<=\n\n)<Fact\b[^<>]*\/>(?=\n\n|\n*$)/g, (fact) => `<p>${fact}</p>`);
