import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { signIn, tokensFrom } from '../access-token.ts';
import { until } from '../child.ts';
import { root } from '../paths.ts';
import { personas } from '../personas.ts';
import { freePort } from '../ports.ts';
import { identityKeys } from './keys.ts';
import { createIdentityServer } from './server.ts';
import { Store } from './store.ts';

const dashboard = 'http://localhost:4321';
const folder = mkdtempSync(join(tmpdir(), 'passerelle-identity-'));
let issuer: string;
let server: Server;

async function open(port: number): Promise<Server> {
  const opened = createIdentityServer({
    issuer,
    dashboard,
    keys: identityKeys(join(folder, 'keys.json')),
    store: new Store(join(folder, 'store.json'), () => Math.floor(Date.now() / 1000)),
  });
  await once(opened.listen(port, '127.0.0.1'), 'listening');
  return opened;
}

async function close(opened: Server): Promise<void> {
  opened.closeAllConnections();
  await new Promise((done) => opened.close(done));
}

beforeAll(async () => {
  const port = await freePort();
  issuer = `http://localhost:${port}`;
  server = await open(port);
});

afterAll(async () => {
  await close(server);
  rmSync(folder, { recursive: true, force: true });
});

const verify = (token: string) =>
  jwtVerify(token, createRemoteJWKSet(new URL(`${issuer}/jwks`)), {
    issuer,
    audience: 'passerelle',
    typ: 'at+jwt',
    algorithms: ['EdDSA'],
  });

const refresh = (token: string) =>
  tokensFrom(issuer, { grant_type: 'refresh_token', client_id: 'dashboard', refresh_token: token });

describe('a persona signs in', () => {
  it.each(personas.map((persona) => [persona.id, persona] as const))(
    'as %s and holds a token that says so',
    async (_id, persona) => {
      const { access_token } = await signIn(persona.id, issuer, dashboard);
      const { payload } = await verify(access_token ?? '');
      expect(payload).toMatchObject({
        sub: persona.subject,
        role: persona.role,
        branches: persona.branches,
        name: persona.name,
        scope: persona.scope,
      });
      expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(600);
    },
  );

  it('gets a page to choose from when no persona is named', async () => {
    const query = new URLSearchParams({
      client_id: 'dashboard',
      response_type: 'code',
      redirect_uri: `${dashboard}/signed-in`,
      scope: 'openid profile',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    });
    const first = await fetch(`${issuer}/auth?${query}`, { redirect: 'manual' });
    const cookie = first.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const page = await fetch(new URL(first.headers.get('location') ?? '', issuer), { headers: { cookie } });
    const html = await page.text();
    expect(html).toContain('<html lang="fr">');
    for (const persona of personas) expect(html).toContain(`value="${persona.id}"`);
  });
});

describe('a session', () => {
  it('goes on over a restart of the identity', async () => {
    const { refresh_token } = await signIn('auditor', issuer, dashboard);
    await close(server);
    server = await open(Number(new URL(issuer).port));
    // Connections kept from before the restart are found dead one by one.
    await until(
      () =>
        fetch(`${issuer}/health/ready`)
          .then((answer) => answer.ok)
          .catch(() => false),
      5_000,
    );
    const { access_token } = await refresh(refresh_token ?? '');
    await expect(verify(access_token ?? '')).resolves.toMatchObject({ payload: { role: 'AUDITOR' } });
  });

  it('ends for everybody when a refresh token is used twice', async () => {
    const { refresh_token: first } = await signIn('auditor', issuer, dashboard);
    const { refresh_token: second } = await refresh(first ?? '');
    expect(second).toBeDefined();
    expect(await refresh(first ?? '')).toMatchObject({ error: 'invalid_grant' });
    expect(await refresh(second ?? '')).toMatchObject({ error: 'invalid_grant' });
  });

  it('of one tab outlives a sign-in as somebody else in another', async () => {
    const { refresh_token } = await signIn('auditor', issuer, dashboard);
    await signIn('administrator', issuer, dashboard);
    expect((await refresh(refresh_token ?? '')).access_token).toBeDefined();
  });
});

it('answers the dashboard from its own origin and no other page', async () => {
  const ask = (origin: string) =>
    fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ client_id: 'dashboard' }),
    });
  expect((await ask(dashboard)).headers.get('access-control-allow-origin')).toBe(dashboard);
  expect((await ask('http://elsewhere.example')).headers.get('access-control-allow-origin')).toBeNull();
});

it('does not run in production', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'deploy/local/identity/main.ts')], {
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain('does not run in production');
});
