/** A part of the page that waits folded in a template, unfolded with its texts in place. The endpoint fills in the same parts. */
export function unfold(page: ParentNode, part: string, texts: Readonly<Record<string, string>> = {}): DocumentFragment {
  const template = page.querySelector<HTMLTemplateElement>(`template[data-part="${part}"]`);
  const fragment = template?.content.cloneNode(true) as DocumentFragment;
  const filled = (text: string) => text.replace(/\[\[(\w+)\]\]/g, (_, name: string) => texts[name] ?? '');
  const nodes = document.createTreeWalker(fragment, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const node = nodes.currentNode;
    if (node instanceof Element) for (const attribute of node.attributes) attribute.value = filled(attribute.value);
    else node.nodeValue = filled(node.nodeValue ?? '');
  }
  return fragment;
}

/** The place of a field's message: a comment, which the endpoint knows by the same words. */
export function placeOf(page: Node, name: string): Comment | undefined {
  const comments = document.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  while (comments.nextNode()) if (comments.currentNode.nodeValue === name) return comments.currentNode as Comment;
  return undefined;
}
