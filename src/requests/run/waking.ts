import type { RequestStore } from '../ports.ts';

/** The same store, which calls `wake` whenever there is news to tell outside. What was written does not wait for it. */
export const waking = (store: RequestStore, wake: () => void): RequestStore => ({
  ...store,
  async accept(acceptance) {
    const outcome = await store.accept(acceptance);
    if (outcome === 'accepted') wake();
    return outcome;
  },
  async erase(erasure) {
    const isErased = await store.erase(erasure);
    if (isErased) wake();
    return isErased;
  },
});
