import { expect } from 'vitest';
import { printed } from '#facts/finding.ts';
import { parseManuscript } from '#guides/build/manuscripts.ts';
import { checkGuides } from '#guides/check.ts';
import type { ContentMap } from '#guides/content-map.ts';
import { pathToGuide } from '#i18n/paths.ts';
import { library } from '../facts/library.ts';

/** A guide without a fault, and the file it lies in. */
export const file = 'content/guides/en/what-is-iop.mdx';
export const guide = `---
kind: guide
title: What is an IOP?
description: An intensive outpatient program is treatment for {fact:hours}, while you sleep at home.
slug: what-is-iop
translationKey: what-is-iop
lang: en
audience: [researching]
questions: [Q2]
summary:
  - It takes {fact:hours}.
  - You sleep at home.
  - You can keep your job.
datePublished: 2026-11-22
dateModified: 2026-11-22
lastReviewed: null
reviewBy: 2027-11-22
reviewers: []
glossary: []
related: []
warnings: []
---

## How long is a week?

It takes <Fact id="hours" />. See [all guides](/guides/).
`;

export const map: ContentMap = {
  guides: { 'what-is-iop': { spanish: true }, 'after-iop': { spanish: false } },
  questions: {
    Q0: { asks: 'What in an emergency?', heading: { en: ['danger'], es: ['peligro'] }, page: 'helpNow' },
    Q2: { asks: 'How many hours is it?', heading: { en: ['hour', 'week'], es: ['hora', 'dia'] } },
    Q7: { asks: 'How long does it last?', heading: { en: ['last'], es: ['dura'] } },
  },
};

/** Checks guides by file name and prints what is found. */
export function findings(...guides: [source: string, file?: string][]): string {
  const read = guides.map(([source, name]) => parseManuscript(name ?? file, source));
  const manuscripts = read.map(({ manuscript }) => manuscript);
  const surroundings = {
    library,
    map,
    places: new Map([
      ['/', undefined],
      ['/guides/', undefined],
      ['/facts/', ['hours', 'doors']],
    ]),
    pathOf: ({ slug, lang }: { slug: string; lang: 'en' | 'es' }) => pathToGuide(slug, lang),
    terms: new Set(['step-down']),
    hasImage: (url: string) => url === './week.svg',
  };
  return [...read.flatMap((one) => one.findings), ...checkGuides(manuscripts, surroundings)].map(printed).join('\n');
}

/** The guide with one fault planted. */
export const planted = (right: string, wrong: string): string => {
  expect(guide).toContain(right);
  return guide.replace(right, wrong);
};

/** The guide as another one, in either language. */
export const asAnother = (key: string, lang: 'en' | 'es' = 'en', slug = key): [source: string, file: string] => [
  guide
    .replace('slug: what-is-iop', `slug: ${slug}`)
    .replace('translationKey: what-is-iop', `translationKey: ${key}`)
    .replace('lang: en', `lang: ${lang}`)
    .replace('How long is a week?', lang === 'en' ? 'How long is a week?' : '¿Cuántas horas son?'),
  `content/guides/${lang}/${key}.mdx`,
];
