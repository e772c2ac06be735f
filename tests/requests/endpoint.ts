import { randomBytes, randomUUID } from 'node:crypto';
import { fromBase64 } from '#requests/bytes.ts';
import { fillPage } from '#requests/fill-page.ts';
import { hourlyBudget } from '#requests/http/budget.ts';
import type { Connection, Deps } from '#requests/http/deps.ts';
import { handle } from '#requests/http/handle.ts';
import { inFlight } from '#requests/http/in-flight.ts';
import { limitersBy, memoryLimiter } from '#requests/http/limiter.ts';
import { ourOrigins } from '#requests/http/origin.ts';
import { keyedBy } from '#requests/keyed.ts';
import type { Manifest } from '#requests/manifest.ts';
import type { Pages, Template } from '#requests/ports.ts';
import { type LogEvent, logLine } from '#requests/redact.ts';
import { makeKeys } from '#requests/run/keys.ts';
import { memoryStore } from '#requests/stores/memory.ts';
import { openerFor, sealerFor } from '#requests/stores/seal.ts';
import { manifestOf } from './fixtures.ts';

/** A built form page cut down to its marks. */
const formPage = `<html><head><title>Ask for a call</title><script>alert(1)</script></head><body>
<!--part:form--><template data-part="errors"><div class="error-summary"><h2>There is a problem</h2><ul><!--error-list--></ul></div></template>
<template data-part="summaryLost">The summary was not kept</template><template data-part="notice"><h2>[[noticeTitle]]</h2><p>[[noticeDetail]] [[noticePhone]]</p></template>
<form><!--error:name--><input id="name" name="name" data-field="name" aria-describedby="name-hint">
<!--error:phone--><input id="phone" name="phone" data-field="phone" aria-describedby="phone-hint">
<input id="email" name="email" data-field="email"><!--error:email--><template data-part="otherDays">other days below</template><template data-part="slots"><select id="slot" name="slot" data-field="slot"><option value=""></option><!--options:slot--></select></template><template data-part="full">no time is free</template><!--part:later-->press first<!--/part:later--><!--error:slot-->
<input type="checkbox" id="textConsent" name="textConsent" value="true" data-field="textConsent"><!--error:textConsent-->
<fieldset data-field="contactWindow"><!--error:contactWindow--><input type="radio" id="contactWindow" name="contactWindow" value="weekday-morning"></fieldset></form><!--/part:form-->
<template data-part="confirmation"><h1>We have your request</h1><b>[[reference]]</b> [[receivedAt]] [[whatNext]] <a href="[[cancelUrl]]">Cancel</a></template></body></html>`;
/** Only a booked call has a time for a calendar. */
const pageOf = (template: Template) =>
  template === 'short-call' ? formPage.replace('>Cancel</a>', '$&<a href="[[calendarUrl]]">Calendar</a>') : formPage;
const cancelPage = `<title>Cancel</title><!--part:withoutLink-->no link<!--/part:withoutLink-->
<template data-part="ask"><form method="post" action="[[cancelUrl]]">Cancel?</form></template><template data-part="done">erased</template>`;

const fakePages: Pages = {
  fill: (template, locale, parts) =>
    fillPage(template === 'cancel' ? cancelPage : pageOf(template), parts).replace(
      '<html>',
      `<html lang="${locale}" data-template="${template}">`,
    ),
  problem: (code) => `<h1>problem ${code}</h1>`,
};

const keys = await makeKeys('test');
const sealer = await sealerFor({
  keyId: 'test',
  key: fromBase64(keys.NRS_PUBLIC_KEY.slice('test:'.length)),
});
/** Opens what the endpoint of the tests has sealed. */
export const opener = await openerFor([{ keyId: 'test', key: fromBase64(keys.NRS_PRIVATE_KEY.slice('test:'.length)) }]);
const keyed = await keyedBy(new Uint8Array(32).fill(7));

/** An endpoint in memory, with its log at hand. */
export function endpoint(changes: Partial<Deps> = {}, manifestChanges: Partial<Manifest> = {}) {
  const log: string[] = [];
  const manifest = manifestOf(manifestChanges);
  const clock = { now: () => new Date('2026-11-23T15:00:00Z') };
  const ids = { uuid: () => randomUUID() as string, random: (count: number) => new Uint8Array(randomBytes(count)) };
  const failed = (error: unknown) => {
    throw error;
  };
  const deps: Deps = {
    manifest,
    store: memoryStore(),
    sealer,
    keyed,
    clock,
    ids,
    pages: fakePages,
    inFlight: inFlight(),
    limiters: limitersBy((limits) => memoryLimiter(limits, { clock, ids }), failed),
    budget: hourlyBudget(clock),
    channels: ['webhook'],
    isOurOrigin: ourOrigins(manifest.mode, manifest.origin, () => 4321),
    htmlHeaders: { 'Content-Security-Policy': "default-src 'none'" },
    report: (event: LogEvent) => log.push(logLine(event, clock.now())),
    ...changes,
  };
  const send = (request: Request, connection: Partial<Connection> = {}) =>
    handle(request, { peer: '203.0.113.7', address: nextAddress(), ...connection }, deps);
  return { send, deps, log };
}

let addresses = 0;
/** Every post from an address of its own, so that limits stay out of tests about something else. */
const nextAddress = (): string => {
  addresses += 1;
  return `198.51.${addresses >> 8}.${addresses & 255}`;
};

const url = 'https://help.example.org/api/v1/requests';
const fromOurPage = { 'sec-fetch-site': 'same-origin', origin: 'https://help.example.org' };

/** A post by a program. */
export const jsonPost = (body: unknown, headers: Record<string, string> = {}): Request =>
  new Request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...fromOurPage, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** A post by a form without script. */
export const formPost = (fields: Record<string, string> | string, headers: Record<string, string> = {}): Request =>
  new Request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...fromOurPage, ...headers },
    body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
  });
