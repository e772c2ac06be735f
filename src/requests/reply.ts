/** What a text that came in counts as (consent-and-privacy section 6). */
export const replyClasses = ['stop', 'refusal', 'help', 'yes', 'start', 'mentions-stop', 'other'] as const;
export type ReplyClass = (typeof replyClasses)[number];

/** Letters of other alphabets that look like ours, as phones and pranks send them. */
const lookAlikes: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', с: 'c', е: 'e', һ: 'h', і: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', ѕ: 's', т: 't' },
  ...{ у: 'y', х: 'x', α: 'a', β: 'b', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', η: 'n' },
  ...{ ı: 'i', ʟ: 'l', ɴ: 'n', ʀ: 'r', ᴄ: 'c', ᴇ: 'e', ᴏ: 'o', ᴘ: 'p', ꜱ: 's', ᴛ: 't', ᴜ: 'u' },
};

/**
 * A message in the one spelling that words are compared in: small letters without accents, full-width and look-alike letters as
 * plain ones, everything but letters and digits a single space, letters that stand apart drawn together.
 */
export function folded(message: string): string {
  const plain = message
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’`´]/gu, '')
    .toLowerCase()
    .replace(/\p{L}/gu, (letter) => lookAlikes[letter] ?? letter)
    .replace(/(?<=[a-z])0|0(?=[a-z])/g, 'o')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return /^(\p{L} )+\p{L}$/u.test(plain) ? plain.replaceAll(' ', '') : plain;
}

const oneOf = (...words: string[]): ReadonlySet<string> => new Set(words);

const stopWords = oneOf(
  ...['stop', 'stopall', 'stop all', 'end', 'quit', 'cancel', 'unsubscribe', 'revoke', 'opt out', 'optout', 'remove'],
  ...['arret', 'alto', 'parar', 'cancelar', 'basta', 'baja'],
);
const helpWords = oneOf('help', 'info', 'help me', 'help please', 'ayuda', 'ayudame', 'ayudeme', 'informacion');
const yesWords = oneOf('yes', 'y', 'si', 'ok');
const startWords = oneOf('start', 'unstop', 'restart', 'empezar', 'iniciar');

/**
 * Refusals in plain words. Each needs to say what shall end: the messages, or the contact. "I want to quit drinking" says something
 * else, and a person reads it.
 */
const refusals: readonly RegExp[] = [
  /^(please |pls |just )?(stop|quit|cancel|end)( (it|this|now|please|pls|already|thanks|thank you|stop|everything))+$/,
  /^(please|pls|por favor) (stop|quit|cancel|end|remove|alto|pare|paren|basta|unsubscribe)$/,
  /\b(stop|quit|cease|end|cancel) (the |these |your |my |all |all the |all of your |with the )?(text(s|ing)?|txt(s|ing)?|sms|messag(e|es|ing)|sending|contacting|writing|bothering|harassing|spam(ming)?|subscription)\b/,
  /\b(do not|dont|never|no longer) (ever )?(text|txt|message|sms|contact|write|bother)\b/,
  /\b(do not|dont|never|no longer) (want|wish|wanna)( to)?( be)?( get| receive| have)?( any)?( more)?( of)?( your| these| the)? (text|txt|messag|sms|contacted)/,
  /\bno (more|further) (texts?|messages?|sms|contact)\b/,
  /\b(remove|delete|unsubscribe|opt) (me|us|my (phone |cell )?number|this (phone |cell )?number)\b/,
  /\btake (me|us|my number|this number) off( of)?( (this|your|the|all|any))?( \w+)? lists?\b/,
  /\b(opt|opting|opts) (me )?out\b/,
  /\bunsubscribe\b/,
  /\bwrong (number|person|phone)\b/,
  /\b(leave|let) (me|us) alone\b/,
  /\b(lose|forget|delete|remove) (my|this) number\b/,
  /\b(revoke|withdraw) (my )?(consent|permission)\b/,
  /\bno (me |nos )?(envie|escriba|mande|contacte|textee|moleste)(n|s|me|nme)?\b/,
  /\b(no (quiero|deseo)( recibir)?( mas)?|no mas|ya no mas) (mensajes?|textos?|sms)\b/,
  /\b(deje|dejen|deja|dejar|pare|paren|para) de (enviar|escribir|mandar|molestar|contactar|textear)\w*/,
  /\b(quite|quiten|quita|borre|borren|borra|elimine|eliminen|saque|saquen) (mi|este) numero\b/,
  /\b(quiten|borren|saquen|eliminen)me\b/,
  /\bnumero equivocado\b/,
  /\b(dejenme|dejeme|dejame) (en paz|tranquil[oa])\b/,
  /\b(dar|darme|denme|deme) de baja\b/,
];

/** Words that may be a wish to stop, or something else altogether. */
const mention =
  /\b(stop|stops|stopped|stopping|stopall|end|quit|quitting|cancel|unsubscribe|revoke|optout|remove|arret|alto|parar|pare|cancelar|basta|baja)\b/;

/** What the words of a message count as. A wish to stop comes before everything else. */
export function replyClass(message: string): ReplyClass {
  const said = folded(message);
  if (stopWords.has(said)) return 'stop';
  if (refusals.some((refusal) => refusal.test(said))) return 'refusal';
  if (helpWords.has(said)) return 'help';
  if (yesWords.has(said)) return 'yes';
  if (startWords.has(said)) return 'start';
  return mention.test(said) ? 'mentions-stop' : 'other';
}
