import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Accounts } from './accounts.ts';
import { administer } from './admin.ts';
import { createProvider, type IdentityOptions, sessionCookie } from './provider.ts';
import { signInPage } from './sign-in.page.ts';

/** The demo identity as a web server: the provider, and the page on which one chooses a persona. */
export function createIdentityServer(options: IdentityOptions): Server {
  const provider = createProvider(options);
  const accounts = new Accounts(options.store);
  const answer = provider.callback();
  const security = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `form-action 'self' ${options.dashboard}`,
    "frame-ancestors 'none'",
  ].join('; ');

  const signIn = async (request: IncomingMessage, response: ServerResponse) => {
    const { uid, params } = await provider.interactionDetails(request, response);
    const chosen =
      request.method === 'POST' ? accounts.named(await chosenIn(request)) : accounts.named(params.login_hint);
    if (chosen) {
      const login = { accountId: chosen.subject, remember: false };
      return provider.interactionFinished(request, response, { login });
    }
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': security };
    response
      .writeHead(200, { ...headers, 'cache-control': 'no-store' })
      .end(signInPage(`/sign-in/${uid}`, accounts.all()));
  };

  return createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '/';
    if (path === '/health/ready' || path === '/health/live') return void response.writeHead(200).end('ok');
    if (path.startsWith('/admin/')) {
      administer(accounts, options.adminSecret, request, response).catch(() => response.writeHead(500).end());
      return;
    }
    forgetLastSignIn(request, path, sessionCookie(options.issuer));
    if (!path.startsWith('/sign-in/')) return void answer(request, response);
    signIn(request, response).catch(() => {
      const words = `Cette page de connexion a expiré. Revenez à ${options.dashboard} et recommencez.\n`;
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end(words);
    });
  });
}

/**
 * Each sign-in begins anew, because each tab may be somebody else: without this the provider would first sign out
 * whoever signed in before. Only the confirmation of a sign-out needs to recognise the session it belongs to.
 */
function forgetLastSignIn(request: IncomingMessage, path: string, cookie: string): void {
  if (path === '/session/end/confirm' || !request.headers.cookie) return;
  const kept = request.headers.cookie.split('; ').filter((one) => !one.startsWith(cookie));
  request.headers.cookie = kept.join('; ');
}

async function chosenIn(request: IncomingMessage): Promise<string | undefined> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > 1_000) return undefined;
  }
  return new URLSearchParams(body).get('persona') ?? undefined;
}
