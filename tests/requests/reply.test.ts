import { expect, test } from 'vitest';
import { folded, type ReplyClass, replyClass } from '#requests/reply.ts';

const table: Record<ReplyClass, readonly string[]> = {
  stop: [
    ...[
      'stop',
      'STOP',
      'Stop.',
      ' stop ',
      'STOP!!!',
      '"STOP"',
      'stopall',
      'STOP ALL',
      'stop-all',
      'end',
      'Quit',
      'cancel',
    ],
    ...['UNSUBSCRIBE', 'revoke', 'opt out', 'OPT-OUT', 'optout', 'Remove', 'ARRÊT', 'arret', 'Alto', '¡ALTO!', 'Parar'],
    ...[
      'ＳＴＯＰ',
      'S T O P',
      's.t.o.p',
      'ЅТОР',
      'ЅTΟР',
      'ST0P',
      'ST\u200bOP',
      '\ufeffSTOP\n',
      '🛑 STOP',
      'stop\u00a0all',
      'ꜱᴛᴏᴘ',
    ],
    ...['cancelar', 'Basta', 'BAJA'],
  ],
  refusal: [
    ...[
      'stop texting me',
      'Please stop',
      'STOP STOP STOP',
      'stop it',
      'Stop, thanks',
      'stop sending these',
      'Quit texting',
    ],
    ...[
      'Do not text',
      "don't text me",
      'dont message me again',
      'DON’T TEXT ME',
      'never contact me again',
      'No more texts please',
    ],
    ...[
      'remove me',
      'Remove me from your list',
      'take me off this list',
      'wrong number',
      'Sorry, wrong number!',
      'leave me alone',
    ],
    ...['Unsubscribe me please', 'please opt me out', 'I revoke my consent', 'lose my number', 'delete my number'],
    ...['I do not want to receive any more messages', 'i dont want texts', 'cancel my subscription', 'please cancel'],
    ...[
      'No me escriban más',
      'no me envíen mensajes',
      'no envíe más',
      'dejen de enviarme mensajes',
      'Número equivocado',
    ],
    ...['no quiero más mensajes', 'déjenme en paz', 'quiten mi número', 'quiero darme de baja', 'por favor paren'],
  ],
  help: ['help', 'HELP', 'Help!', 'info', 'INFO?', 'ayuda', 'Información', 'help me', 'ＨＥＬＰ', 'НЕLР'],
  yes: ['yes', 'YES', 'Yes!', ' y ', 'si', 'Sí', 'SÍ.', 'ok', 'O.K.', 'ＹＥＳ', 'yes 👍', 'УЕЅ'],
  start: ['start', 'START', 'Unstop', 'Iniciar'],
  'mentions-stop': [
    ...[
      'I want to quit drinking',
      'how do I stop',
      "don't stop",
      'can i cancel my call on Friday',
      'yes stop',
      'when does it end?',
    ],
    ...[
      'quiero parar de beber',
      'I stopped using last week',
      'the bus stop is far',
      'I quit my job, does that matter?',
      'can I end it early and get my money back',
      'Liked “Reply STOP to end”',
    ],
  ],
  other: [
    'yes please',
    'who is this',
    '',
    '👍',
    'okay then',
    'call me',
    'no',
    'I need to talk to somebody',
    'gracias',
    'helpful',
    'I am quite sure',
    'can you take me tomorrow',
    'there is no mandatory test?',
    'I never want to feel like this again',
    'it got me off drugs',
    'I dont get texts at work',
    'no contact order is in place',
  ],
};

const rows = Object.entries(table).flatMap(([counts, messages]) => messages.map((message) => ({ message, counts })));

test.each(rows)('"$message" counts as $counts', ({ message, counts }) => {
  expect(replyClass(message)).toBe(counts);
});

test('a message is compared in one spelling', () => {
  expect(folded('  ¡Sí, PARAR! ')).toBe('si parar');
  expect(folded('Ｏｐｔ－ｏｕｔ')).toBe('opt out');
  expect(folded('10 pm')).toBe('10 pm');
});

test('no word of a wish to stop is ever a yes', () => {
  for (const message of [...table.stop, ...table.refusal, ...table['mentions-stop']]) {
    expect(replyClass(`yes ${message}`)).not.toBe('yes');
    expect(replyClass(`${message} ok`)).not.toBe('yes');
  }
});

test('whatever comes in counts as something, however long or odd', () => {
  for (const message of ['a'.repeat(5000), 'stop '.repeat(1000), '\ud800', '\u202eSTOP\u202c', '\0']) {
    expect(replyClass(message)).toBeDefined();
  }
});
