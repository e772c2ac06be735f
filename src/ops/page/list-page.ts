import { html } from 'hono/html';
import { fill } from '#i18n/fill.ts';
import type { ListedRequest } from '#requests/desk.ts';
import { isSynthetic } from '#requests/synthetic.ts';
import { type WorklistLine, waitOf } from '#requests/worklist.ts';
import { type Frame, type Html, openForm, page, pathIn, sayTime } from './layout.ts';

/** What there is to know about a line besides its promise, in words. */
function notesOf({ request, open, isLate }: WorklistLine, { words }: Frame): string[] {
  const { list } = words;
  return [
    isLate && list.late,
    open.some(({ needsPerson }) => needsPerson) && list.needsPerson,
    request.isQuarantined && list.quarantined,
    isSynthetic(request.id) && list.synthetic,
    open.length > 1 && fill(list.again, { count: open.length }),
  ].filter((note) => note !== false);
}

function row(line: WorklistLine, now: Date, frame: Frame): Html {
  const { list, values } = frame.words;
  const { request, promise, isLate } = line;
  const { reference, kind, contactWindow, slot, receivedAt } = request;
  const { count, unit } = waitOf(receivedAt, now);
  const when = slot ? sayTime(slot.start, frame) : contactWindow ? values.contactWindow[contactWindow] : '';
  return html`<tr${isLate && html` class="late"`}>
<th scope="row">${reference}</th>
<td>${values.kind[kind]}</td>
<td>${fill(list[unit], { count })}</td>
<td>${promise ? sayTime(promise.by, frame) : list.noPromise}</td>
<td>${when}</td>
<td>${notesOf(line, frame).map((note) => html`<span class="note">${note}</span> `)}</td>
<td>${openForm(reference, frame)}</td>
</tr>`;
}

/** Who waits, without names and numbers. */
export function listPage(
  lines: readonly WorklistLine[],
  requests: readonly ListedRequest[],
  { now, news, wroteIn, frame }: { now: Date; news: string | undefined; wroteIn: number; frame: Frame },
): Html {
  const { list } = frame.words;
  const count = (state: ListedRequest['state']) => requests.filter((request) => request.state === state).length;
  const counts = fill(list.counts, { open: count('open'), done: count('done'), erased: count('erased') });
  const heads = Object.values(list.columns).map((name) => html`<th scope="col">${name}</th>`);
  const rows = html`<div class="scroll" role="region" aria-labelledby="caption" tabindex="0"><table>
<caption id="caption">${fill(list.caption, { zone: frame.timeZone })}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>${lines.map((line) => row(line, now, frame))}</tbody>
</table></div>`;
  const main = html`${news && html`<p class="news" role="status">${news}</p>`}
${lines.length === 0 ? html`<p>${list.none}</p>` : rows}
<p>${counts}</p>
${wroteIn > 0 && html`<p><strong>${fill(list.wroteIn, { count: wroteIn })}</strong> <code>npm run ops -- texts waiting</code></p>`}
<p class="acts"><a href="${pathIn(frame)}">${list.refresh}</a></p>
<form method="post" action="${pathIn(frame, 'end')}"><button class="quiet">${list.end}</button></form>`;
  return page(list.heading, main, frame);
}
