import { getCollection } from 'astro:content';
import type { Library } from '../library.ts';

async function read(): Promise<Library> {
  const [facts, sources] = await Promise.all([getCollection('facts'), getCollection('sources')]);
  return {
    facts: new Map(facts.map(({ id, data }) => [id, data])),
    sources: new Map(sources.map(({ id, data }) => [id, data])),
  };
}

let built: Promise<Library> | undefined;

/** All facts and sources. Read once in a build, so that a page costs the same however many there are; anew on each page while editing. */
export function library(): Promise<Library> {
  if (import.meta.env.DEV) return read();
  built ??= read();
  return built;
}
