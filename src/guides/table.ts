/** What a table lacks when it comes out of Markdown: a caption, and headers that say which way they reach. */
export function withHeaders(tableHtml: string, captionHtml: string): string {
  return tableHtml
    .replace(/<table>/, `<table>${captionHtml}`)
    .replaceAll(/<th>/g, '<th scope="col">')
    .replaceAll(/(<tr>\s*)<td>([\s\S]*?)<\/td>/g, '$1<th scope="row">$2</th>');
}
