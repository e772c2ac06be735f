import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail that arrived. */
export interface ArrivedMail extends ParsedMail {
  /** Everything as it came over the line. */
  raw: string;
  to: never;
  sender: string;
  recipients: string[];
}

/** Refuses with a status of SMTP. */
export const smtpError = (responseCode: number) =>
  Object.assign(new Error('Canary words of a server'), { responseCode });

/** A real mail server on this computer. It takes everything, unless it is told otherwise. */
export async function mailServer(options: SMTPServerOptions = {}) {
  const arrived: ArrivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    async onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const raw = Buffer.concat(chunks).toString();
      const { mailFrom, rcptTo } = _session.envelope;
      arrived.push({
        ...(await simpleParser(raw)),
        raw,
        sender: mailFrom ? mailFrom.address : '',
        recipients: rcptTo.map(({ address }) => address),
      } as ArrivedMail);
      done();
    },
    ...options,
  });
  server.on('error', () => {});
  const listener = server.listen(0, '127.0.0.1');
  await new Promise((listening) => listener.once('listening', listening));
  const { port } = listener.address() as AddressInfo;
  return {
    arrived,
    port,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((closed) => server.close(closed)),
  };
}
