import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { inboxPage, type ShownMail } from './inbox.page.ts';

const KEPT = 200;
const LONGEST_MAIL = 256 * 1024;

/** Takes every mail of the demo network and shows it to whoever looks, on this machine only; kept until it ends. */
export function createInbox(): { mail: SMTPServer; pages: Server; mails: readonly ShownMail[] } {
  const mails: ShownMail[] = [];
  const keep = (mail: Omit<ShownMail, 'at'>): void => {
    mails.unshift({ ...mail, at: new Date().toISOString() });
    mails.splice(KEPT);
  };
  const mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: LONGEST_MAIL,
    logger: false,
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.once('end', () => {
        PostalMime.parse(Buffer.concat(parts)).then((parsed) => {
          const to = parsed.to?.map(({ name, address }) => `${name} <${address ?? ''}>`).join(', ') ?? '';
          const files = parsed.attachments.map(({ filename, content }) => ({
            name: filename ?? '',
            text: typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8'),
          }));
          keep({ to, subject: parsed.subject ?? '', text: parsed.text ?? '', id: parsed.messageId ?? '', files });
          done();
        }, done);
      });
    },
  });
  // A sender that leaves in the middle of a sentence is no reason to end.
  mail.on('error', () => undefined);
  const pages = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '/';
    const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
    if (path === '/health/ready' || path === '/health/live') return void response.writeHead(200).end('ok');
    if (path === '/mails') {
      return void response
        .writeHead(200, { ...headers, 'content-type': 'application/json' })
        .end(JSON.stringify(mails));
    }
    // The demo's carrier of messages to phones: they are shown among the mails, and reach nobody.
    if (path === '/sms' && request.method === 'POST') return takeSms(request, response, keep);
    if (path !== '/') return void response.writeHead(404).end();
    const security = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
    const type = 'text/html; charset=utf-8';
    response.writeHead(200, { ...headers, 'content-type': type, 'content-security-policy': security });
    response.end(inboxPage(mails));
  });
  return { mail, pages, mails };
}

function takeSms(
  request: IncomingMessage,
  response: ServerResponse,
  keep: (mail: Omit<ShownMail, 'at'>) => void,
): void {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.once('end', () => {
    const said = JSON.parse(Buffer.concat(parts).toString('utf8')) as { to?: unknown; text?: unknown };
    keep({ to: String(said.to), subject: 'SMS', text: String(said.text) });
    response.writeHead(202, { 'content-type': 'application/json' }).end('{"state":"DELIVERED"}');
  });
}
