import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { desk } from './desk.ts';
import { expect, test } from './fixtures.ts';
import type { RunningServer } from './server.ts';

const words = {
  en: {
    name: 'What should we call you?',
    phone: 'Phone number',
    mobile: 'Mobile phone number',
    email: 'Email address',
    cost: 'Cost and insurance',
    times: 'Free times',
    text: /^Yes, .* may text me the information/,
    textToo: /^Yes, .* may also text me/,
    saved: 'We have your request',
    cancelLink: 'Cancel and erase my request',
    cancel: 'Cancel and erase',
    erased: 'Your request is erased',
    problem: 'There is a problem',
    nobody: 'nobody will call or write',
  },
  es: {
    name: '¿Cómo quiere que le llamemos?',
    phone: 'Número de teléfono',
    mobile: 'Número de celular',
    email: 'Correo electrónico',
    cost: 'Costo y seguro',
    times: 'Horas libres',
    text: /^Sí, .* puede enviarme por mensaje/,
    textToo: /^Sí, .* también puede enviarme/,
    saved: 'Tenemos su solicitud',
    cancelLink: 'Cancelar y borrar mi solicitud',
    cancel: 'Cancelar y borrar',
    erased: 'Su solicitud está borrada',
    problem: 'Hay un problema',
    nobody: 'nadie llamará ni escribirá',
  },
} as const;
type Words = (typeof words)['en' | 'es'];

interface Form {
  kind: 'text-info' | 'meeting' | 'short-call';
  locale: 'en' | 'es';
  path: string;
  way: string;
  button: string;
  /** What the empty form is told, in order. */
  errors: string[];
  /** What the cancel page says of this kind. */
  ask: string;
}

const forms: Form[] = [
  {
    kind: 'text-info',
    locale: 'en',
    path: '/contact/text/',
    way: 'Get information by text',
    button: 'Text me the information',
    errors: ['Select what you want to know about', 'Enter a phone number', 'Tick the box if you want the texts'],
    ask: 'No text will be sent for this request any more.',
  },
  {
    kind: 'text-info',
    locale: 'es',
    path: '/es/contacto/mensaje/',
    way: 'Reciba información por mensaje',
    button: 'Quiero los mensajes',
    errors: [
      'Elija sobre qué quiere informarse',
      'Escriba un número de teléfono',
      'Marque la casilla si quiere los mensajes',
    ],
    ask: 'Ya no se enviará ningún mensaje por esta solicitud.',
  },
  {
    kind: 'meeting',
    locale: 'en',
    path: '/contact/meeting/',
    way: 'Ask for a meeting',
    button: 'Ask for a meeting',
    errors: ['Tell us what to call you'],
    ask: 'We will not contact you about this request.',
  },
  {
    kind: 'meeting',
    locale: 'es',
    path: '/es/contacto/reunion/',
    way: 'Pida una reunión',
    button: 'Pedir una reunión',
    errors: ['Díganos cómo quiere que le llamemos'],
    ask: 'No le buscaremos por esta solicitud.',
  },
  {
    kind: 'short-call',
    locale: 'en',
    path: '/contact/short-call/',
    way: 'Book a 15-minute call',
    button: 'Book this call',
    errors: ['Tell us what to call you', 'Enter a phone number', 'Select a time for the call'],
    ask: 'We will not call at that time, and it goes to someone else.',
  },
  {
    kind: 'short-call',
    locale: 'es',
    path: '/es/contacto/llamada-corta/',
    way: 'Reserve una llamada de 15 minutos',
    button: 'Reservar esta llamada',
    errors: ['Díganos cómo quiere que le llamemos', 'Escriba un número de teléfono', 'Elija una hora para la llamada'],
    ask: 'No le llamaremos a esa hora, que queda libre para otra persona.',
  },
];

async function openPage(browser: Browser, { origin }: RunningServer, script: Script): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: script !== 'without script',
    baseURL: origin,
    viewport: { width: 320, height: 640 },
    timezoneId: 'America/Denver',
  });
  if (script === 'with a script that never arrives') await context.route('**/RequestForm*', (route) => route.abort());
  return context.newPage();
}

const press = (page: Page, { button }: Form) => page.getByRole('button', { name: button, exact: true }).click();

/** How much of the script there is. A checker needs a browser that runs it, so the plain answers are checked where ours got lost. */
type Script = 'with script' | 'without script' | 'with a script that never arrives';

/** Nothing to object to for a checker, and no sideways scroll on the smallest phone. */
async function expectUsable(page: Page, script: Script): Promise<void> {
  if (script !== 'without script') {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

/** Picks any time of the list, so that tests beside each other seldom want the same. */
async function pickTime(page: Page, { times }: Words): Promise<string> {
  const list = page.getByLabel(times);
  const ids = await list.locator('option').evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  const free = ids.filter((id) => /^\d/.test(id));
  const id = free[Math.floor(Math.random() * free.length)] ?? '';
  await list.selectOption(id);
  return id;
}

const seen: Record<Form['kind'], Record<string, unknown>> = {
  'text-info': { phone: '+12175550142', topic: 'cost', textConsent: true },
  meeting: { name: 'Ana', email: 'ana@example.org' },
  'short-call': { name: 'Ana', phone: '+12175550142', textConsent: true },
};

for (const form of forms) {
  const own = words[form.locale];
  const lost = form.locale === 'en' ? (['with a script that never arrives'] as const) : [];
  for (const script of ['with script', 'without script', ...lost] as const) {
    test(`${form.kind} in "${form.locale}" ${script}: mistakes, confirmation, cancelling`, async ({
      browser,
      server,
    }) => {
      test.slow();
      const page = await openPage(browser, server, script);
      await page.goto(form.locale === 'en' ? '/contact/' : '/es/contacto/');
      await page.getByRole('main').getByRole('link', { name: form.way, exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`${form.path}$`));
      await expectUsable(page, script);

      await press(page, form);
      const summary = page.locator('.error-summary');
      await expect(summary).toBeFocused();
      await expect(summary.getByRole('heading')).toHaveText(own.problem);
      await expect(summary.getByRole('listitem')).toHaveText(form.errors);
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.locator('.field-error')).toHaveText(form.errors);
      await expectUsable(page, script);

      if (form.kind === 'text-info') {
        await page.getByLabel(own.cost).check();
        await page.getByLabel(own.mobile).fill('217 555 0142');
        await expect(page.getByLabel(own.text)).not.toBeChecked();
        await page.getByLabel(own.text).check();
      } else {
        await page.getByLabel(own.name).fill('Ana');
        if (form.kind === 'meeting') await page.getByLabel(own.email).fill('ana@example.org');
        else await page.getByLabel(own.phone).fill('217 555 0142');
      }
      let slot = '';
      if (form.kind === 'short-call') {
        slot = await pickTime(page, own);
        await expect(page.getByLabel(own.textToo)).not.toBeChecked();
        await page.getByLabel(own.textToo).check();
      }
      await press(page, form);

      await expect(page.getByRole('heading', { level: 1 })).toHaveText(own.saved);
      await expect(page).toHaveTitle(own.saved);
      await expect(page.getByRole('main')).toContainText(own.nobody);
      const reference = (await page.locator('[data-reference]').textContent()) ?? '';
      expect(desk(server, 'requests', 'show', reference)).toMatchObject({
        state: 'open',
        kind: form.kind,
        locale: form.locale,
        ...seen[form.kind],
        ...(slot && { slot }),
      });
      expect(await page.content()).not.toMatch(/\[\[|217 555 0142|ana@example/);
      await expectUsable(page, script);

      await page.getByRole('link', { name: own.cancelLink }).click();
      await expect(page.getByRole('main')).toContainText(form.ask);
      await expectUsable(page, script);
      await page.getByRole('button', { name: own.cancel }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(own.erased);
      expect(desk(server, 'requests', 'show', reference)).toMatchObject({ state: 'erased' });
      await page.context().close();
    });
  }
}
