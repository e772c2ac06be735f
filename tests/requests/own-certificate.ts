import { generateKeyPairSync, sign } from 'node:crypto';

/** A value of DER: what it is, how long, and what it says. */
const der = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const value = Buffer.concat(parts);
  const length = value.length < 128 ? [value.length] : [0x82, value.length >> 8, value.length & 255];
  return Buffer.concat([Uint8Array.of(tag, ...length), value]);
};
const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts);
const hex = (digits: string) => Buffer.from(digits, 'hex');

/** ECDSA with SHA-256. */
const algorithm = sequence(der(6, hex('2a8648ce3d040302')));
const name = sequence(der(0x31, sequence(der(6, hex('550403')), der(0x0c, Buffer.from('localhost')))));
/** As UTCTime spells it. */
const moment = (at: string) => der(0x17, Buffer.from(`${at.replace(/\D/g, '').slice(2, 14)}Z`));

/** A certificate for this computer that nobody but its maker has signed, and its key. */
export function ownCertificate(until: string): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const content = sequence(
    ...[der(0xa0, der(2, hex('02'))), der(2, hex('01')), algorithm, name],
    ...[sequence(moment('2015-01-01T00:00:00Z'), moment(until)), name],
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = der(3, hex('00'), sign('sha256', content, privateKey));
  const base64 = sequence(content, algorithm, signature).toString('base64');
  const cert = `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
  return { key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })), cert };
}
