import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Persona, personas } from '#testing';
import { givenGateway, type TestGateway } from '../../test/given.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await givenGateway();
});
afterAll(() => gateway.close());

interface Heard {
  readonly id?: string;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

const streams: AbortController[] = [];
afterEach(() => {
  for (const stream of streams.splice(0)) stream.abort();
});

/** Listens as a page does; `next()` waits for the next event. */
async function watch(who: Persona, lastId?: string) {
  const controller = new AbortController();
  streams.push(controller);
  const response = await fetch(`${gateway.address}/live`, {
    headers: { authorization: `Bearer ${await gateway.token(who)}`, ...(lastId ? { 'last-event-id': lastId } : {}) },
    signal: controller.signal,
  });
  const events = eventsOf(response);
  return {
    response,
    leave: () => controller.abort(),
    next: async (): Promise<Heard> => {
      const { value, done } = await events.next();
      if (done) throw new Error('The stream ended.');
      return value;
    },
  };
}

async function* eventsOf(response: Response): AsyncGenerator<Heard, undefined> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    rest += decoder.decode(chunk, { stream: true });
    const parts = rest.split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const fields = Object.fromEntries(
        part.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      if (!fields.event) continue;
      const data = JSON.parse(fields.data ?? '{}') as Record<string, unknown>;
      yield { event: fields.event, data, ...(fields.id ? { id: fields.id } : {}) };
    }
  }
  return undefined;
}

const at = (second: number) => `2030-03-04T09:00:0${second}.000Z`;

describe('live ticks', () => {
  it('say which branch moved, once', async () => {
    gateway.marks.set('BX', at(0)).set('LI', at(0)).set(null, at(0));
    const page = await watch(personas.coordinator);
    expect(page.response.headers.get('content-type')).toContain('text/event-stream');
    const first = [await page.next(), await page.next(), await page.next()];
    expect(first.map(({ data }) => data)).toEqual([
      { branch: 'BX', asOf: at(0), version: 1 },
      { branch: 'LI', asOf: at(0), version: 1 },
      { branch: '--', asOf: at(0), version: 1 },
    ]);
    gateway.marks.set('LI', at(1));
    expect(await page.next()).toMatchObject({ event: 'tick', data: { branch: 'LI', asOf: at(1), version: 2 } });
    gateway.marks.set('BX', at(2));
    expect(await page.next()).toMatchObject({ data: { branch: 'BX', asOf: at(2) } });
  });

  it('come from a signed question that carries nobody’s token', async () => {
    gateway.marks.set('BX', at(3));
    await (await watch(personas.coordinator)).next();
    const question = gateway.reporting.seen.at(-1);
    expect(question?.verdict).toBe('valid');
    expect(question?.headers['x-passerelle-service']).toBe('gateway');
    expect(question?.headers.authorization).toBeUndefined();
  });

  it('tell a helper of her branch alone, and a manager of the network’s sum too', async () => {
    gateway.marks.set('LI', at(4)).set(null, at(4)).set('BX', at(4));
    const watcher = await watch(personas.coordinator);
    const moved = new Map<string, unknown>();
    while (moved.get('LI') !== at(4) || moved.get('--') !== at(4) || moved.get('BX') !== at(4)) {
      const { data } = await watcher.next();
      moved.set(String(data.branch), data.asOf);
    }
    const helper = await watch(personas.helperOfBordeaux);
    expect((await helper.next()).data).toMatchObject({ branch: 'BX', asOf: at(4) });
    gateway.marks.set('LI', at(5)).set(null, at(5)).set('BX', at(6));
    expect((await helper.next()).data).toMatchObject({ branch: 'BX', asOf: at(6) });
    const manager = await watch(personas.managerOfLille);
    expect([(await manager.next()).data.branch, (await manager.next()).data.branch].sort()).toEqual(['--', 'LI']);
  });

  it('resume after the last one that was heard', async () => {
    gateway.marks.clear();
    gateway.marks.set('GR', at(1)).set('LY', at(1));
    const first = await watch(personas.coordinator);
    let heard = await first.next();
    while (heard.data.branch !== 'LY') heard = await first.next();
    first.leave();
    gateway.marks.set('GR', at(2));
    const second = await watch(personas.coordinator, heard.id);
    expect(await second.next()).toMatchObject({ data: { branch: 'GR', asOf: at(2) } });
  });

  it('stop being asked for when nobody watches', async () => {
    const page = await watch(personas.coordinator);
    await page.next();
    page.leave();
    const { Watermarks } = await import('./watermarks.js');
    const watermarks = gateway.app.get(Watermarks);
    while (!(watermarks.watchers === 0 && watermarks.idle)) await new Promise((resolve) => setImmediate(resolve));
    expect(watermarks.idle).toBe(true);
  });

  it('say that reporting is late, and go on when it is back', async () => {
    gateway.marks.clear();
    gateway.marks.set('MA', at(1));
    const page = await watch(personas.coordinator);
    let heard = await page.next();
    while (heard.data.branch !== 'MA') heard = await page.next();
    await gateway.reporting.down();
    expect(await page.next()).toMatchObject({
      event: 'late',
      data: { service: 'reporting', since: expect.any(String) },
    });
    gateway.marks.set('MA', at(2));
    await gateway.reporting.up();
    expect(await page.next()).toMatchObject({ event: 'tick', data: { branch: 'MA', asOf: at(2) } });
  });

  it('end with the sessions of who hears them, within two questions to network', async () => {
    const leaver: Persona = { ...personas.coordinator, subject: 'somebody-withdrawn' };
    const [page, other] = [await watch(leaver), await watch(personas.coordinator)];
    await page.next();
    gateway.network.endedSessions.push({
      subject: leaver.subject,
      issuedBefore: new Date(Date.now() + 1_000).toISOString(),
    });
    let heard = await page.next();
    while (heard.event === 'tick') heard = await page.next();
    expect(heard.event).toBe('expired');
    await expect(page.next()).rejects.toThrow('The stream ended.');
    expect((await watch(leaver)).response.status).toBe(401);
    gateway.marks.set('ST', at(7));
    let tick = await other.next();
    while (tick.data.branch !== 'ST') tick = await other.next();
    expect(tick.data).toMatchObject({ asOf: at(7) });
  });

  it('are not for who may not see figures, nor for strangers', async () => {
    expect((await watch(personas.prescriberOfBordeaux)).response.status).toBe(403);
    expect((await fetch(`${gateway.address}/live`)).status).toBe(401);
  });
});
