import { html } from 'hono/html';
import { type Frame, type Html, page, pathIn } from './layout.ts';

/** Asks who sits there. Following the link opens nothing yet: programs that look at links must not use it up. */
export function openPage(token: string, suggested: string, frame: Frame, isNameMissing = false): Html {
  const { open } = frame.words;
  const main = html`<p>${open.lead}</p>
<form method="post" action="${pathIn(frame, `open/${token}`)}">
<p><label for="by">${open.name}</label>
${isNameMissing && html`<span class="error" id="by-error" role="alert">${open.nameMissing}</span>`}
<input id="by" name="by" value="${suggested}" maxlength="100" autocomplete="name" required${isNameMissing && html` aria-invalid="true" aria-describedby="by-error"`}></p>
<p><button>${open.button}</button></p>
</form>`;
  return page(open.heading, main, frame, { links: false });
}

/** For a link that opens nothing any more, and for whoever comes without the cookie. */
export const closedPage = (frame: Frame): Html =>
  page(
    frame.words.open.closedHeading,
    html`<p>${frame.words.open.used}</p><p><code>npm run ops -- desk</code></p>`,
    frame,
    { links: false },
  );
