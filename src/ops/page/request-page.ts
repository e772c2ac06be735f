import { html } from 'hono/html';
import { fill } from '#i18n/fill.ts';
import { isTimeZone, localTime } from '#i18n/time-zone.ts';
import { outcomes, type Reveal, type StoredRequest } from '#requests/desk.ts';
import { shownFields } from '../desk-texts.ts';
import { type Frame, type Html, openForm, page, pathIn, sayTime } from './layout.ts';

/** A request as it lies open on the desk. */
export interface Opened {
  request: StoredRequest;
  /** Empty where it is erased; undefined where the key is missing. */
  content: Readonly<Record<string, unknown>> | undefined;
  reveals: readonly Reveal[];
  /** What else the same person asked for and nobody erased; each may say something else. */
  repeats: readonly StoredRequest[];
}

type Field = (typeof shownFields)[number];

/** A value as whoever answers the request needs it: a number to press, a code in words, the other person's clock. */
function shown(field: Field, value: unknown, now: Date, frame: Frame): Html | string {
  const { values, request } = frame.words;
  const text = String(value);
  if (field === 'phone') return html`<a href="tel:${text}">${text}</a>`;
  if (field === 'email') return html`<a href="mailto:${encodeURIComponent(text)}">${text}</a>`;
  if (field === 'slot' || field === 'receivedAt') return sayTime(text, frame);
  if (field === 'textConsent') return values.yes;
  if (field === 'timeZone' && isTimeZone(text)) {
    return `${text}. ${fill(request.clock, { time: localTime(now, text).slice(11, 16) })}`;
  }
  const words: Readonly<Record<string, string>> | undefined =
    field in values ? (values[field as keyof typeof values] as Readonly<Record<string, string>>) : undefined;
  return words?.[text] ?? text;
}

function doneForm({ request: { reference } }: Opened, frame: Frame, isMissing: boolean): Html {
  const { request, values } = frame.words;
  const choices = outcomes.map(
    (outcome) =>
      html`<p class="choice"><input type="radio" name="outcome" id="${outcome}" value="${outcome}" required> <label for="${outcome}">${values.outcome[outcome]}</label></p>`,
  );
  return html`<form method="post" action="${pathIn(frame, 'done')}">
<input type="hidden" name="reference" value="${reference}">
<fieldset${isMissing && html` aria-describedby="outcome-error"`}>
<legend><h2>${request.doneHeading}</h2></legend>
<p>${request.doneHint}</p>
${isMissing && html`<p class="error" id="outcome-error" role="alert">${request.doneMissing}</p>`}
${choices}
</fieldset>
<p><button>${request.doneButton}</button></p>
</form>`;
}

function contentOf({ request, content }: Opened, now: Date, frame: Frame): Html {
  const { words } = frame;
  if (!content) return html`<p class="error">${fill(words.request.locked, { keyId: request.sealed?.keyId ?? '' })}</p>`;
  const { slot, locale, receivedAt, state } = request;
  const all: Readonly<Record<string, unknown>> = { ...content, slot: slot?.start, locale, receivedAt, state };
  const fields = shownFields.filter((field) => all[field] !== undefined && all[field] !== '');
  return html`${state === 'erased' && html`<p>${words.request.erased}</p>`}
<dl>${fields.map((field) => html`<div><dt>${words.fields[field]}</dt><dd>${shown(field, all[field], now, frame)}</dd></div>`)}</dl>`;
}

/** One request, opened; who opened it; and how it may end. */
export function requestPage(
  opened: Opened,
  { now, frame, isOutcomeMissing = false }: { now: Date; frame: Frame; isOutcomeMissing?: boolean },
): Html {
  const { request, reveals, repeats } = opened;
  const { words } = frame;
  const resume = html`<form method="post" action="${pathIn(frame, 'resume')}">
<input type="hidden" name="reference" value="${request.reference}">
<p><strong>${words.list.needsPerson}.</strong></p><p><button class="quiet">${words.request.resumeButton}</button></p>
</form>`;
  const seen = reveals.map(
    ({ at, by }) => html`<li>${fill(words.request.opened, { time: sayTime(at, frame), by })}</li>`,
  );
  const main = html`<p><a href="${pathIn(frame)}">${words.request.back}</a></p>
${contentOf(opened, now, frame)}
${request.needsPerson && resume}
${repeats.length > 0 && html`<h2>${words.request.repeatsHeading}</h2>${repeats.map(({ reference }) => openForm(reference, frame))}`}
${request.state === 'open' && doneForm(opened, frame, isOutcomeMissing)}
${reveals.length > 0 && html`<h2>${words.request.openedHeading}</h2><ul>${seen}</ul>`}`;
  return page(fill(words.request.heading, { reference: request.reference }), main, frame);
}

/** For a reference that is none. */
export const unknownPage = (frame: Frame): Html =>
  page(frame.words.request.unknown, html`<p><a href="${pathIn(frame)}">${frame.words.request.back}</a></p>`, frame);
