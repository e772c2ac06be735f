/** A worker that takes what the queue gave up. */
export default {
  queue({ messages }: { messages: readonly unknown[] }): void {
    for (const _ of messages) console.log('A message was given up');
  },
};
