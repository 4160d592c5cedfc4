import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { signRequest } from '#access';
import { personas, startForTest, type TestService } from '#testing';
import { DirectoryWorker } from '../../../services/network/src/members/directory/directory-worker.js';
import { NetworkModule } from '../../../services/network/src/network.module.js';
import { signIn, tokensFrom } from '../access-token.ts';
import { createInbox } from '../inbox/inbox.ts';
import { freePort } from '../ports.ts';
import { identityKeys } from './keys.ts';
import { createIdentityServer } from './server.ts';
import { Store } from './store.ts';

const dashboard = 'http://localhost:4321';
const adminSecret = 'a secret of this test file alone';
const folder = mkdtempSync(join(tmpdir(), 'passerelle-members-'));
const inbox = createInbox();
let issuer: string;
let identity: Server;
let network: TestService;

async function openIdentity(): Promise<void> {
  identity = createIdentityServer({
    issuer,
    dashboard,
    adminSecret,
    keys: identityKeys(join(folder, 'keys.json')),
    store: new Store(join(folder, 'store.json'), () => Math.floor(Date.now() / 1000)),
  });
  await once(identity.listen(Number(new URL(issuer).port), '127.0.0.1'), 'listening');
}

async function closeIdentity(): Promise<void> {
  identity.closeAllConnections();
  await new Promise((done) => identity.close(done));
}

beforeAll(async () => {
  issuer = `http://localhost:${await freePort()}`;
  await openIdentity();
  await new Promise<void>((done) => inbox.mail.listen(0, '127.0.0.1', done));
  const { port } = inbox.mail.server.address() as AddressInfo;
  Object.assign(process.env, {
    PUBLIC_URL: dashboard,
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: 'reseau@exemple.fr',
    IDENTITY_ADMIN_KIND: 'demo',
    IDENTITY_ADMIN_URL: issuer,
    IDENTITY_ADMIN_SECRET: adminSecret,
  });
  network = await startForTest(NetworkModule);
  const branch = { city: 'Bordeaux', communeCode: '33063', latitude: 44.84, longitude: -0.58, openedOn: '2020-01-01' };
  for (const code of ['BX', 'LI'])
    await network.as(personas.coordinator).command('openBranch', { ...branch, code }, 'code');
});
afterAll(async () => {
  await network.stop();
  await closeIdentity();
  await new Promise<void>((done) => inbox.mail.close(() => done()));
  rmSync(folder, { recursive: true, force: true });
});

const carryOut = () => network.app.get(DirectoryWorker, { strict: false }).carryOut();
const secretIn = (text = '') => /\/invitation#([\w-]{43})\n/.exec(text)?.[1] ?? '';
const claimsOf = (token = '') => decodeJwt(token);

async function accept(secret: string): Promise<{ status: number; mail?: string; code?: string }> {
  const payload = JSON.stringify({ secret });
  const signature = {
    secret: network.config.subgraphSecret,
    body: payload,
    timestamp: Date.now(),
    nonce: randomUUID(),
  };
  const reply = await network.app.inject({
    method: 'POST',
    url: '/members/invitations',
    payload,
    headers: {
      'content-type': 'application/json',
      'x-passerelle-service': 'gateway',
      'x-passerelle-signature': signRequest(signature),
    },
  });
  const said = reply.json<{ mail?: string; errors?: { message: string }[] }>();
  return {
    status: reply.statusCode,
    ...(said.mail ? { mail: said.mail } : {}),
    ...(said.errors ? { code: said.errors[0]?.message ?? '' } : {}),
  };
}

/** Somebody who was invited to Bordeaux and has accepted; the identity has been told. */
async function joined(mail: string): Promise<string> {
  const input = { name: 'Inès Nouvelle', mail, role: 'HELPER', branches: ['BX'] };
  const reply = await network.as(personas.managerOfBordeaux).command('inviteMember', input, 'id');
  await carryOut();
  await accept(secretIn(inbox.mails[0]?.text));
  await carryOut();
  return (reply.data?.['inviteMember'] as { id: string }).id;
}

describe('an invitation', () => {
  it('goes out by mail, French first, and its link serves once', async () => {
    const input = { name: 'Inès Nouvelle', mail: 'ines@exemple.fr', role: 'HELPER', branches: ['BX'] };
    await network.as(personas.managerOfBordeaux).command('inviteMember', input, 'id');
    await carryOut();
    const [mail] = inbox.mails;
    expect(mail).toMatchObject({
      to: 'Inès Nouvelle <ines@exemple.fr>',
      subject: expect.stringMatching(/^Votre invitation/),
    });
    expect(mail?.text).toMatch(/Bonjour Inès Nouvelle[\s\S]*Bordeaux[\s\S]*Hello Inès Nouvelle/);
    expect(await carryOut()).toBe(0);
    expect(await accept('x'.repeat(43))).toMatchObject({ status: 400, code: 'INVITATION_OVER' });
    const secret = secretIn(mail?.text);
    const both = await Promise.all([accept(secret), accept(secret)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(await accept(secret)).toMatchObject({ code: 'INVITATION_OVER' });
    await carryOut();
    const { access_token } = await signIn('ines@exemple.fr', issuer, dashboard);
    expect(claimsOf(access_token)).toMatchObject({ role: 'HELPER', branches: ['BX'], name: 'Inès Nouvelle' });
  });

  it('opens no account before it is accepted, and holds for seven days', async () => {
    const input = { name: 'Trop Tard', mail: 'tard@exemple.fr', role: 'HELPER', branches: ['BX'] };
    await network.as(personas.managerOfBordeaux).command('inviteMember', input, 'id');
    await carryOut();
    await expect(signIn('tard@exemple.fr', issuer, dashboard)).rejects.toThrow();
    network.clock.set('2026-12-03T08:00:00.000Z');
    expect(await accept(secretIn(inbox.mails[0]?.text))).toMatchObject({ code: 'INVITATION_OVER' });
    network.clock.set('2026-11-26T08:00:00.000Z');
  });
});

describe('a member', () => {
  it('whose role changes stays signed in, and their next token says so', async () => {
    const id = await joined('change@exemple.fr');
    const { refresh_token } = await signIn('change@exemple.fr', issuer, dashboard);
    const open = await network
      .as(personas.managerOfBordeaux)
      .query(`{ member(id: "${id}") { sessions { startedAt } } }`);
    expect(open.data).toMatchObject({ member: { sessions: [{}] } });
    await network
      .as(personas.administrator)
      .command('grantRole', { id, role: 'BRANCH_MANAGER', branches: ['BX', 'LI'] });
    await carryOut();
    const refreshed = await tokensFrom(issuer, {
      grant_type: 'refresh_token',
      client_id: 'dashboard',
      refresh_token: refresh_token ?? '',
    });
    expect(claimsOf(refreshed.access_token)).toMatchObject({ role: 'BRANCH_MANAGER', branches: ['BX', 'LI'] });
    // At the grant, and again once the identity knew: what it issued in between may hold the old role.
    const ended = (await network.published()).filter(
      ({ type, data }) => type === 'network.member-sessions-ended' && data['memberId'] === id,
    );
    expect(ended).toHaveLength(2);
  });

  it('signed out everywhere has to sign in again', async () => {
    const id = await joined('dehors@exemple.fr');
    const { refresh_token } = await signIn('dehors@exemple.fr', issuer, dashboard);
    await network.as(personas.managerOfBordeaux).command('endSessions', { id });
    await carryOut();
    const grant = { grant_type: 'refresh_token', client_id: 'dashboard', refresh_token: refresh_token ?? '' };
    expect(await tokensFrom(issuer, grant)).toMatchObject({ error: 'invalid_grant' });
    const { access_token } = await signIn('dehors@exemple.fr', issuer, dashboard);
    expect(claimsOf(access_token)).toMatchObject({ role: 'HELPER' });
  });

  it('who is withdrawn signs in no more', async () => {
    const id = await joined('part@exemple.fr');
    await network.as(personas.managerOfBordeaux).command('withdrawMember', { id });
    await carryOut();
    await expect(signIn('part@exemple.fr', issuer, dashboard)).rejects.toThrow();
  });

  it('is carried out later when the identity is away, and then once', async () => {
    const id = await joined('panne@exemple.fr');
    await closeIdentity();
    await network.as(personas.managerOfBordeaux).command('withdrawMember', { id });
    await carryOut();
    const silent = await network
      .as(personas.managerOfBordeaux)
      .query(`{ member(id: "${id}") { state sessions { startedAt } } }`);
    expect(silent).toBeRefused('SESSIONS_UNKNOWN');
    await openIdentity();
    expect(await carryOut()).toBe(0);
    network.clock.set(new Date(network.clock.now().getTime() + 10_000));
    expect(await carryOut()).toBe(1);
    expect(await carryOut()).toBe(0);
    await expect(signIn('panne@exemple.fr', issuer, dashboard)).rejects.toThrow();
  });
});

it('lets nobody administer accounts without the secret', async () => {
  const account = { name: 'Intrus', mail: 'x@y.fr', role: 'ADMINISTRATOR', branches: ['*'], enabled: true };
  const put = (authorization: string) =>
    fetch(`${issuer}/admin/accounts/intruder`, {
      method: 'PUT',
      headers: { authorization },
      body: JSON.stringify(account),
    });
  expect((await put('Bearer something else')).status).toBe(401);
  await expect(signIn('intruder', issuer, dashboard)).rejects.toThrow();
});
