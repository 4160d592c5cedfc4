import { createTransport } from 'nodemailer';
import type { MemberSettings } from '../../config.js';

/** One mail to one person. */
export interface Letter {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
}

/** Hands a mail to the server that carries it; throws when it does not take it. */
export type Post = (letter: Letter) => Promise<void>;

const PATIENCE_MS = 10_000;

/** Sends by the SMTP server of the settings. */
export function postVia({ SMTP_URL: url, MAIL_FROM: from }: MemberSettings): Post {
  const { hostname, port, protocol, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    host: hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    // A demo inbox on this machine has no certificate; any other server must have one.
    ...(isLoopback(hostname) ? { ignoreTLS: true } : { requireTLS: true }),
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ to, subject, text }) => {
    await transport.sendMail({ from: { name: 'Passerelle', address: from }, to, subject, text });
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}
