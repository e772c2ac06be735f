/** The same questions in SurveyJS, one to a page, as its manual has it. Runs in the browser. */
import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';
import type { PeerWords } from './words.ts';

const { title, start, next, back, questions }: PeerWords = JSON.parse(
  document.querySelector('#words')?.textContent ?? '',
);

const survey = new Model({
  title,
  firstPageIsStartPage: true,
  startSurveyText: start,
  pageNextText: next,
  pagePrevText: back,
  pages: [
    { elements: [{ type: 'html', name: 'start', html: `<p>${title}</p>` }] },
    ...questions.map(({ id, many, ask, more, options }) => ({
      elements: [
        {
          type: many ? 'checkbox' : 'radiogroup',
          name: id,
          title: ask,
          description: more.join(' '),
          choices: options.map(({ value, label }) => ({ value, text: label })),
        },
      ],
    })),
  ],
});
renderSurvey(survey, document.querySelector('#quiz') as HTMLElement);
