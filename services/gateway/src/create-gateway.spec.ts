import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Persona, personas } from '#testing';
import { givenGateway, type TestGateway } from '../test/given.js';

let gateway: TestGateway;
let dashboardFolder: string;
let demoYearMark: string;

beforeAll(async () => {
  dashboardFolder = await mkdtemp(join(tmpdir(), 'dashboard-'));
  await mkdir(join(dashboardFolder, 'assets'));
  await writeFile(join(dashboardFolder, 'index.html'), '<!doctype html><title>Passerelle</title>');
  await writeFile(join(dashboardFolder, 'assets', 'app-1a2b3c.js'), `// ${'the dashboard '.repeat(200)}`);
  demoYearMark = join(dashboardFolder, 'demo-year-told');
  await writeFile(demoYearMark, '');
  gateway = await givenGateway({ dashboardFolder, demoYearMark, personas: [{ id: 'auditor', name: 'Auditor' }] });
});
afterAll(async () => {
  await gateway.close();
  await rm(dashboardFolder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${gateway.address}${path}`, { headers });

describe('the dashboard', () => {
  it('opens at every address of its own', async () => {
    for (const path of ['/', '/sessions/7', '/network?branch=BX']) {
      const answer = await get(path);
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('Passerelle')]);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('is kept for ever under its hashed names, and travels compressed', async () => {
    const answer = await get('/assets/app-1a2b3c.js', { 'accept-encoding': 'br' });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(await answer.text()).toContain('the dashboard');
    expect((await get('/assets/app-1a2b3c.js', { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBe(
      'gzip',
    );
  });

  it('may load nothing from anywhere else, and speak to the sign-in alone', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self' http://identity.test;");
  });

  it('learns where to sign in', async () => {
    expect(await (await get('/config.json')).json()).toEqual({
      authority: 'http://identity.test',
      clientId: 'dashboard',
      personas: [{ id: 'auditor', name: 'Auditor' }],
    });
  });

  it('does not stand in for an address that is missing among the others', async () => {
    for (const path of ['/assets/old.js', '/health/nothing', '/graphql/x']) {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({
        errors: [{ extensions: { code: 'NO_SUCH_ADDRESS', fr: expect.any(String) } }],
      });
    }
    expect((await get('/..%2f..%2fetc/passwd')).status).not.toBe(500);
  });
});

describe('health', () => {
  beforeEach(() => {
    for (const service of [gateway.network, gateway.equipment, gateway.reporting])
      service.health = { status: 200, body: {} };
  });
  const complete = async () => {
    const answer = await get('/health/complete');
    return [answer.status, await answer.json()];
  };

  it('is live and ready by itself, complete by every service', async () => {
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(200);
    expect(await complete()).toEqual([200, { complete: true, reasons: [] }]);
  });

  it('says which service is behind or silent', async () => {
    gateway.network.health = { status: 503, body: {} };
    await gateway.reporting.down();
    expect(await complete()).toEqual([
      503,
      {
        complete: false,
        reasons: [
          { service: 'network', reason: 'behind' },
          { service: 'reporting', reason: 'silent' },
        ],
      },
    ]);
    await gateway.reporting.up();
  });

  it('is not complete while the demo year is still being told', async () => {
    await rm(demoYearMark);
    const untold = { complete: false, reasons: [{ service: 'demo', reason: 'not-seeded' }] };
    expect(await complete()).toEqual([503, untold]);
    await writeFile(demoYearMark, '');
    expect((await complete())[0]).toBe(200);
  });
});

describe('how the services do', () => {
  const states = async (who?: Persona) => {
    const headers = { authorization: `Bearer ${await gateway.token(who)}` };
    const answer = await get('/health/services', headers);
    return { status: answer.status, ...((await answer.json()) as { services?: Record<string, unknown>[] }) };
  };

  it('is told to an administrator, service by service, with since when and without any error text', async () => {
    const whole = {
      database: true,
      setAside: 0,
      relay: { drainedUpTo: '2026-11-26T09:00:00.000Z' },
      consumer: { lag: 3 },
    };
    gateway.network.health = { status: 200, body: whole };
    gateway.equipment.health = { status: 503, body: { ...whole, database: false, relay: { lastError: 'secret' } } };
    await gateway.reporting.down();
    const { services = [] } = await states(personas.administrator);
    expect(services).toContainEqual({
      service: 'network',
      state: 'WELL',
      since: expect.any(String),
      sentUpTo: '2026-11-26T09:00:00.000Z',
      unread: 3,
      setAside: 0,
    });
    expect(services).toContainEqual(expect.objectContaining({ service: 'equipment', state: 'NO_DATABASE' }));
    expect(services).toContainEqual(expect.objectContaining({ service: 'reporting', state: 'SILENT', unread: null }));
    expect(JSON.stringify(services)).not.toContain('secret');
    await gateway.reporting.up();
  });

  it('is nobody else’s business', async () => {
    expect(await states(personas.coordinator)).toMatchObject({
      status: 403,
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    expect((await get('/health/services')).status).toBe(401);
  });
});

describe('a file for import', () => {
  const form = (bytes: number) => {
    const body = new FormData();
    body.set('file', new Blob(['x'.repeat(bytes)]), 'places.csv');
    return body;
  };
  const signedIn = async () => ({ authorization: `Bearer ${await gateway.token()}` });

  it('goes to the service that keeps it, signed over all its bytes', async () => {
    const answer = await gateway.post('/files', form(1_000_000), await signedIn());
    expect(answer).toMatchObject({ status: 200, id: 'file-1' });
    expect(gateway.network.seen.at(-1)).toMatchObject({ path: '/files', verdict: 'valid' });
    expect(gateway.network.seen.at(-1)?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  });

  it('is refused above 10 MB, from strangers, and as anything but a form', async () => {
    const tooLarge = await gateway.post('/files', form(10 * 1024 * 1024 + 20_000), await signedIn());
    expect(tooLarge).toMatchObject({ status: 413, errors: [{ extensions: { code: 'FILE_TOO_LARGE' } }] });
    const stranger = await gateway.post('/files', form(10));
    expect(stranger).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    const text = await gateway.post('/files', 'a;b', await signedIn());
    expect(text).toMatchObject({ status: 415, errors: [{ extensions: { code: 'WRONG_CONTENT_TYPE' } }] });
  });

  it('waits for a better moment when that service is down', async () => {
    await gateway.network.down();
    const answer = await gateway.post('/files', form(10), await signedIn());
    expect(answer).toMatchObject({
      status: 503,
      errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE', kind: 'retry' } }],
    });
    await gateway.network.up();
  });
});

describe('an operation on events', () => {
  const json = async (who?: Persona) => ({
    'content-type': 'application/json',
    authorization: `Bearer ${await gateway.token(who)}`,
  });
  const list = JSON.stringify({ service: 'network', do: 'list' });

  it('goes to the service it names, signed, without the name', async () => {
    await gateway.post('/operations/dead-letters', list, await json(personas.administrator));
    expect(gateway.network.seen.at(-1)).toMatchObject({
      path: '/operations/dead-letters',
      body: JSON.stringify({ do: 'list' }),
      verdict: 'valid',
    });
  });

  it('is refused to all others, for no service, and as anything but JSON', async () => {
    const refused = async (body: string, headers: Record<string, string>) =>
      (await gateway.post('/operations/redrive', body, headers)).errors?.[0]?.extensions['code'];
    expect(await refused(list, await json(personas.coordinator))).toBe('FORBIDDEN');
    const administrator = await json(personas.administrator);
    expect(await refused('{"service":"nothing"}', administrator)).toBe('UNKNOWN_SERVICE');
    expect(await refused('[]', administrator)).toBe('MALFORMED_OPERATION');
    expect(await refused(list, { ...administrator, 'content-type': 'text/plain' })).toBe('WRONG_CONTENT_TYPE');
  });
});
