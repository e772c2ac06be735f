import type { Settings } from './settings.ts';

/** What each setting wants, in words, with an example that would do. */
export const wants: Record<keyof Settings, { what: string; example: string }> = {
  PORT: { what: 'a number from 0 to 65535', example: '4321' },
  HOST: { what: 'a host name or address to listen on', example: '127.0.0.1' },
  DATA_DIR: { what: 'a folder', example: 'data' },
  NRS_MODE: { what: 'demo, rehearsal or production', example: 'demo' },
  NRS_ORIGIN: { what: "the site's own origin without a path", example: 'https://help.example.org' },
  NRS_REQUESTS: { what: 'on or off', example: 'on' },
  NRS_TRUSTED_PROXIES: { what: 'how many proxies in front are yours, 0 to 10', example: '1' },
  NRS_WEBHOOK_URL: { what: 'an http(s) address', example: 'https://desk.example.org/hooks/requests' },
  NRS_WEBHOOK_SECRET: { what: '"whsec_" and base64', example: 'whsec_bm90IGEgcmVhbCBzZWNyZXQ=' },
  NRS_SMTP_URL: { what: 'an smtp(s) address', example: 'smtps://mail.example.org:465' },
  NRS_NOTIFY_TO: { what: 'an e-mail address', example: 'desk@example.org' },
  NRS_SMS_URL: { what: 'an http(s) address', example: 'https://messages.example.org' },
  NRS_SMS_ACCOUNT: { what: "the message provider's account id", example: 'AC0123' },
  NRS_SMS_TOKEN: { what: "the message provider's token", example: '0123456789abcdef' },
  NRS_SMS_FROM: { what: 'a number in E.164', example: '+12175550100' },
  NRS_PUBLIC_KEY: { what: '"keyId:" and base64 of an SPKI RSA key', example: 'k1:MIIBojANBgkqhkiG9w0BAQEFAAOCAY8A' },
  NRS_PRIVATE_KEY: {
    what: '"keyId:" and base64 of a PKCS #8 RSA key; several with commas',
    example: 'k1:MIIG/QIBADANBgkqhkiG9w0BAQEF',
  },
  NRS_SUPPRESSION_KEY: {
    what: 'base64 of 32 random bytes or more',
    example: 'the output of "openssl rand -base64 32"',
  },
  NRS_TEST_CLOCK: { what: 'a file that holds an ISO time', example: 'clock.txt' },
};

/** Never printed, not even when they are wrong. */
export const secrets = [
  'NRS_WEBHOOK_SECRET',
  'NRS_SMTP_URL',
  'NRS_SMS_TOKEN',
  'NRS_PRIVATE_KEY',
  'NRS_SUPPRESSION_KEY',
];

/** Every setting: what it wants in words, an example, and whether its value is never shown. */
export const manual: Readonly<Record<string, { what: string; example: string; isSecret: boolean }>> =
  Object.fromEntries(
    Object.entries(wants).map(([name, want]) => [name, { ...want, isSecret: secrets.includes(name) }]),
  );
