import type { Locale } from '#i18n/locale.ts';
import type { Template } from '#requests/ports.ts';

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

/** A built page, cut down to what answers are made from, which says what it is. */
export const madeUpPage = (template: Template, locale: Locale): string =>
  (template === 'cancel' ? cancelPage : pageOf(template)).replace(
    '<html>',
    `<html lang="${locale}" data-template="${template}">`,
  );

/** The page of a refusal. */
export const madeUpProblem = (code: string): string => `<h1>problem ${code}</h1>`;
