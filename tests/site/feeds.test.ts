import { getRssString } from '@astrojs/rss';
import { expect, test } from 'vitest';
import { feedItem } from '#site/feeds.ts';

const link = 'https://help.example.org/guides/what-is-iop/';
const entry = { title: 'What is an IOP?', link, description: 'Treatment & work.', day: '2027-01-05' };
const written = async (...items: ReturnType<typeof feedItem>[]) =>
  (await getRssString({ title: 'T', description: 'D', site: 'https://help.example.org/', items })).match(
    /<item>.*<\/item>/s,
  )?.[0];

test('a new guide is known by its address', async () => {
  expect(await written(feedItem(entry))).toBe(
    `<item><title>What is an IOP?</title><link>${link}</link><guid isPermaLink="true">${link}</guid><description>Treatment &amp; work.</description><pubDate>Tue, 05 Jan 2027 00:00:00 GMT</pubDate></item>`,
  );
});

test('a guide that was checked again comes under an id of that day and says so, and still leads to its page', async () => {
  expect(await written(feedItem({ ...entry, again: 'Checked again on January 5, 2027.' }))).toBe(
    `<item><title>What is an IOP?</title><link>${link}</link><guid isPermaLink="false">${link}#2027-01-05</guid><description>Checked again on January 5, 2027. Treatment &amp; work.</description><pubDate>Tue, 05 Jan 2027 00:00:00 GMT</pubDate></item>`,
  );
});
