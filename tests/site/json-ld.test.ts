import { expect, test } from 'vitest';
import { definedTermSet, type GuideData, guideGraph, homeGraph, inScript } from '#site/json-ld.ts';

const url = 'https://help.example.org/guides/what-is-iop/';
const guide: GuideData = {
  url,
  trail: [
    { name: 'Home', url: 'https://help.example.org/' },
    { name: 'What is an IOP?', url },
  ],
  title: 'What is an IOP?',
  locale: 'en',
  subject: 'Substance use disorder',
  author: { name: 'Next Right Step', url: 'https://help.example.org/' },
  published: '2026-11-23',
  modified: '2026-11-24',
  lastReviewed: null,
  reviewers: [],
  sources: [{ url: 'https://agency.example/report' }],
};

test('a guide says who wrote it, when, from which sources, and where it stands', () => {
  expect(guideGraph(guide)).toEqual({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'MedicalWebPage',
        '@id': url,
        inLanguage: 'en',
        medicalAudience: { '@type': 'Patient' },
        about: { '@type': 'MedicalCondition', name: 'Substance use disorder' },
        mainEntity: {
          '@type': 'Article',
          headline: 'What is an IOP?',
          author: { '@type': 'Organization', name: 'Next Right Step', url: 'https://help.example.org/' },
          datePublished: '2026-11-23',
          dateModified: '2026-11-24',
          citation: [{ '@id': 'https://agency.example/report' }],
        },
        breadcrumb: {
          '@type': 'BreadcrumbList',
          itemListElement: [
            { '@type': 'ListItem', position: 1, name: 'Home', item: 'https://help.example.org/' },
            { '@type': 'ListItem', position: 2, name: 'What is an IOP?', item: url },
          ],
        },
      },
    ],
  });
});

test('a review is claimed only where one is on record, with its name and day', () => {
  const [none] = guideGraph(guide)['@graph'];
  expect(none).not.toHaveProperty('lastReviewed');
  expect(none).not.toHaveProperty('reviewedBy');
  const reviewers = [{ name: 'A. Example', credentials: 'LCSW, Illinois' }];
  const [reviewed] = guideGraph({ ...guide, lastReviewed: '2027-01-05', reviewers })['@graph'];
  expect(reviewed).toMatchObject({
    lastReviewed: '2027-01-05',
    reviewedBy: [
      {
        '@type': 'Person',
        name: 'A. Example',
        hasCredential: { '@type': 'EducationalOccupationalCredential', name: 'LCSW, Illinois' },
      },
    ],
  });
});

test('the home page names the site, and the operator only where it is a real one', () => {
  const site = { origin: 'https://help.example.org', name: 'Next Right Step', description: 'Plain answers.' };
  const [nobody, whole] = homeGraph({ ...site, runner: undefined })['@graph'];
  expect(nobody).toEqual({
    '@type': 'Organization',
    '@id': 'https://help.example.org/#organization',
    name: 'Next Right Step',
    url: 'https://help.example.org/',
  });
  expect(whole).toMatchObject({ '@type': 'WebSite', publisher: { '@id': 'https://help.example.org/#organization' } });
  const [real] = homeGraph({ ...site, runner: { legalName: 'County Help Inc.' } })['@graph'];
  expect(real).toMatchObject({ legalName: 'County Help Inc.' });
});

test('a glossary is a set of terms, each at its anchor', () => {
  const terms = [{ id: 'iop', term: 'IOP', definition: 'Treatment on a few days a week.' }];
  const glossary = 'https://help.example.org/glossary/';
  expect(definedTermSet({ url: glossary, name: 'Glossary', locale: 'en', terms })['@graph']).toEqual([
    {
      '@type': 'DefinedTermSet',
      '@id': glossary,
      url: glossary,
      name: 'Glossary',
      inLanguage: 'en',
      hasDefinedTerm: [
        {
          '@type': 'DefinedTerm',
          '@id': `${glossary}#iop`,
          name: 'IOP',
          description: 'Treatment on a few days a week.',
        },
      ],
    },
  ]);
});

test('no text can end the script element that it stands in', () => {
  const text = inScript(guideGraph({ ...guide, title: '</script><script>alert(1)</script><!--' }));
  expect(text).not.toContain('<');
  expect(JSON.parse(text)['@graph'][0].mainEntity.headline).toBe('</script><script>alert(1)</script><!--');
});
