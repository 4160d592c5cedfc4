import { createServer, type Server } from 'node:http';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { inboxPage, type ShownMail } from './inbox.page.ts';

const KEPT = 200;
const LONGEST_MAIL = 256 * 1024;

/** Takes every mail of the demo network and shows it to whoever looks, on this machine only; kept until it ends. */
export function createInbox(): { mail: SMTPServer; pages: Server; mails: readonly ShownMail[] } {
  const mails: ShownMail[] = [];
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
          mails.unshift({ to, subject: parsed.subject ?? '', text: parsed.text ?? '', at: new Date().toISOString() });
          mails.splice(KEPT);
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
    if (path !== '/') return void response.writeHead(404).end();
    const security = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
    const type = 'text/html; charset=utf-8';
    response.writeHead(200, { ...headers, 'content-type': type, 'content-security-policy': security });
    response.end(inboxPage(mails));
  });
  return { mail, pages, mails };
}
