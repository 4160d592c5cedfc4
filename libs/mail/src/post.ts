import { createTransport } from 'nodemailer';

/** Who carries mail, and the address it comes from. */
export interface PostSettings {
  /** `smtp://` or `smtps://`, with the account where the server asks for one. */
  readonly SMTP_URL: string;
  readonly MAIL_FROM: string;
}

/** A file that goes with a mail. */
export interface Attachment {
  readonly filename: string;
  readonly content: string;
  readonly contentType: string;
}

/** One mail to one person. */
export interface Letter {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** The same for the same letter for ever: who gets it twice sees it once. */
  readonly messageId?: string;
  readonly attachments?: readonly Attachment[];
}

/** Hands a mail to the server that carries it; throws when it does not take it. */
export type Post = (letter: Letter) => Promise<void>;

const PATIENCE_MS = 10_000;

/** Sends by the SMTP server of the settings. */
export function postVia({ SMTP_URL: url, MAIL_FROM: from }: PostSettings): Post {
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
  return async ({ to, subject, text, messageId, attachments = [] }) => {
    await transport.sendMail({
      from: { name: 'Passerelle', address: from },
      to,
      subject,
      text,
      ...(messageId === undefined ? {} : { messageId: `<${messageId}>` }),
      attachments: attachments.map((attachment) => ({ ...attachment })),
    });
  };
}

/**
 * True when the server certainly has no part of the letter: it was not reached, or it said that it would take it later. Anything else, a
 * line cut after the last word above all, may have been taken.
 */
export function wasNotTaken(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { command, responseCode } = error as { command?: unknown; responseCode?: unknown };
  if (typeof responseCode === 'number') return responseCode >= 400 && responseCode < 500;
  return command === 'CONN';
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}
