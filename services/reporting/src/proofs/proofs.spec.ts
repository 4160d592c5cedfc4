import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { z } from 'zod';
import { CATALOGUE, type EventDefinition, happened, type LedgerDigest, SituationChanged } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { actRecorded, saleMade } from '../../test/given.js';
import { Freshness } from '../freshness/freshness.js';
import { ReportingModule } from '../reporting.module.js';
import { Proofs } from './proofs.js';

let reporting: TestService;
/** Past every policy: whoever tampers asks nobody. */
let tampering: Client;
beforeAll(async () => {
  reporting = await startForTest(ReportingModule, { now: '2026-03-11T10:00:00.000Z' });
  const url = new URL(process.env['TEST_POSTGRES_URL'] ?? '');
  url.pathname = new URL(reporting.config.databaseUrl).pathname;
  tampering = new Client({ connectionString: url.href });
  await tampering.connect();
});
afterAll(async () => {
  await tampering.end();
  await reporting.stop();
});

const DAY = '2026-03-11';

/** What an owner states of the day: what this store has seen of it so far, unless told otherwise. */
async function stated(source: string, day: string, more: string[] = []): Promise<void> {
  const { rows } = await tampering.query<{ event_id: string; type: string }>(
    `SELECT d.event_id, t.id AS type FROM reporting_v1.delta d JOIN event_type_number t ON t.no = d.type_no
     WHERE d.n = 0 AND t.id LIKE $1 AND (d.recorded_at AT TIME ZONE 'UTC')::date = $2::date`,
    [`${source}.%`, day],
  );
  const held = [...rows, ...more.map((event_id) => ({ event_id, type: 'workshops.support-act-recorded' }))];
  const parts = [...Map.groupBy(held, ({ type }) => type)].map(([type, events]) => ({
    topic: CATALOGUE.get(type)?.topic ?? '',
    type,
    count: events.length,
    hash: String(events.reduce((sum, { event_id }) => sum + hashOf(event_id), 0n)),
  }));
  // Counted by nobody here: no difference.
  parts.push({ topic: 'workshops.sessions', type: 'workshops.attendance-marked', count: 7, hash: '12' });
  const digested = CATALOGUE.get(`${source}.ledger-digested`) as EventDefinition<typeof LedgerDigest>;
  const data: z.input<typeof LedgerDigest> = { day, parts };
  await reporting.deliver(happened(digested, { branch: null, at: new Date(), data }));
}
const hashOf = (id: string) =>
  BigInt.asIntN(64, BigInt(`0x${createHash('md5').update(id).digest('hex').slice(0, 16)}`));

function finalUpTo(instant: string): void {
  for (const source of ['beneficiaries', 'workshops', 'equipment'])
    reporting.app.get(Freshness).heard({ source, drainedUpTo: instant, finalUpTo: instant, positions: {} });
}

const FIELDS = `state cause facts days waitingDays setAside
  differences { source day eventType code branch expected found }`;
/** Asks for a proof, lets it be made and gives what came of it. */
async function prove() {
  const asked = await reporting.as(personas.administrator).query('mutation { proveFigures { state cause } }');
  expect(asked.data).toEqual({ proveFigures: { state: 'ASKED', cause: 'ASKED' } });
  await reporting.app.get(Proofs).look();
  return latest();
}
async function latest() {
  const reply = await reporting.as(personas.auditor).query(`{ proofs(first: 1) { items { ${FIELDS} } } }`);
  if (!reply.data) throw new Error(JSON.stringify(reply));
  return (reply.data['proofs'] as { items: unknown[] }).items[0];
}
const right = { state: 'RIGHT', cause: 'ASKED', differences: [], setAside: 0 };

it('proves that every fact of a day is here, once its owner has stated the day and nothing of it can still come', async () => {
  await reporting.deliver(
    actRecorded(),
    actRecorded({}, 'LY'),
    actRecorded({}, 'LI'),
    saleMade(),
    // Counts nothing, and leaves a marker.
    happened(SituationChanged, {
      branch: 'BX',
      at: new Date(),
      data: {
        beneficiaryId: randomUUID(),
        holdsFrom: '2026-03-11',
        before: actFactsClasses,
        after: { ...actFactsClasses, socialStatus: 'EMPLOYED' },
      } as never,
    }),
  );
  for (const source of ['beneficiaries', 'workshops', 'equipment']) await stated(source, DAY);
  reporting.clock.set('2026-03-12T01:00:00.000Z');
  finalUpTo('2026-03-11T23:59:59.999Z');
  expect(await prove()).toEqual({ ...right, facts: 0, days: 0, waitingDays: 3 });
  finalUpTo('2026-03-12T00:00:00.000Z');
  expect(await prove()).toEqual({ ...right, facts: 5, days: 3, waitingDays: 0 });
});

const actFactsClasses = { gender: 'FEMALE', ageBand: 'FROM_70', socialStatus: 'RETIRED', communeCode: null };

it('finds a fact that was lost here, and names its owner, its day and the counts', async () => {
  const { rows } = await tampering.query(`DELETE FROM reporting_v1.delta WHERE branch = 'LI' AND kind = 1 RETURNING *`);
  expect(rows).toHaveLength(1);
  expect(await prove()).toMatchObject({
    state: 'WRONG',
    facts: 2,
    differences: expect.arrayContaining([
      {
        source: 'workshops',
        day: DAY,
        eventType: 'workshops.support-act-recorded',
        code: null,
        branch: null,
        expected: 3,
        found: 2,
      },
    ]),
  });
  // As many events as there should be, and one of them another.
  await tampering.query(
    `INSERT INTO reporting_v1.delta SELECT (jsonb_populate_record(NULL::reporting_v1.delta, $1::jsonb || '{"event_id":"${randomUUID()}"}')).*`,
    [JSON.stringify(rows[0])],
  );
  expect(await prove()).toMatchObject({
    state: 'WRONG',
    differences: [{ source: 'workshops', day: DAY, expected: 3, found: 3 }],
  });
  await tampering.query(`UPDATE reporting_v1.delta SET event_id = $1 WHERE branch = 'LI' AND kind = 1`, [
    (rows[0] as { event_id: string }).event_id,
  ]);
  expect(await prove()).toMatchObject({ ...right, facts: 5 });
});

it('finds a kept sum that its contributions do not add up to', async () => {
  const tamper = (by: number) =>
    tampering.query(
      `UPDATE reporting_v1.cell_day SET value = value + $1 WHERE indicator = 1 AND dim = 0 AND branch = '--'`,
      [by],
    );
  await tamper(1);
  expect(await prove()).toMatchObject({
    state: 'WRONG',
    differences: expect.arrayContaining([
      { source: null, day: '2026-03-10', eventType: null, code: 'SUPPORT_ACTS', branch: '--', expected: 3, found: 4 },
    ]),
  });
  await tamper(-1);
  expect(await prove()).toMatchObject(right);
  // People are kept by month as well: how many, and who on which days.
  const count = (by: number) =>
    tampering.query(`UPDATE reporting_v1.person_cell SET value = value + $1 WHERE branch = '--'`, [by]);
  await count(1);
  const people = { source: null, day: '2026-03-01', code: 'UNIQUE_PEOPLE', branch: '--' };
  expect(await prove()).toMatchObject({ state: 'WRONG', differences: [{ ...people, expected: 4, found: 5 }] });
  await count(-1);
  const shift = () => tampering.query(`UPDATE reporting_v1.person_month SET days = days # 1 WHERE branch = '--'`);
  await shift();
  expect(await prove()).toMatchObject({ state: 'WRONG', differences: [{ ...people, expected: 0, found: 4 }] });
  await shift();
  expect(await prove()).toMatchObject(right);
});

it('knows of what is set aside: it is no difference, and it is told', async () => {
  const aside = randomUUID();
  await tampering.query(
    `INSERT INTO dead_letter (reader, topic, partition, kafka_offset, event_id, type, reason, detail, headers, set_aside_at)
     VALUES ('live', 'workshops.support-acts', 0, 7, $1, 'workshops.support-act-recorded', 'INVALID', '', '{"recordedat":"${DAY}T09:00:00.000Z"}', now())`,
    [aside],
  );
  await stated('workshops', DAY, [aside]);
  expect(await prove()).toMatchObject({ ...right, facts: 5, setAside: 1 });
  await tampering.query('DELETE FROM dead_letter');
  expect(await prove()).toMatchObject({ state: 'WRONG', differences: [{ expected: 4, found: 3 }] });
  await stated('workshops', DAY);
});

it('proves by itself once a night, and one proof at a time', async () => {
  const proofs = reporting.app.get(Proofs);
  reporting.clock.set('2026-03-13T01:59:59.000Z');
  await proofs.look();
  expect(await latest()).toMatchObject({ cause: 'ASKED' });
  reporting.clock.set('2026-03-13T02:00:00.000Z');
  await Promise.all([proofs.look(), proofs.look()]);
  expect(await latest()).toMatchObject({ ...right, cause: 'NIGHTLY' });
  const count = async () =>
    (await tampering.query<{ n: number }>(`SELECT count(*)::int AS n FROM proof WHERE cause = 'NIGHTLY'`)).rows[0]?.n;
  reporting.clock.set('2026-03-13T23:00:00.000Z');
  await proofs.look();
  expect(await count()).toBe(1);
  reporting.clock.set('2026-03-14T09:00:00.000Z');
  await proofs.look();
  expect(await count()).toBe(2);
  const asked = async () =>
    (await reporting.as(personas.coordinator).query('mutation { proveFigures { id } }')).data?.['proveFigures'];
  expect(await asked()).toEqual(await asked());
  await proofs.look();
});

it('turns the pages of proofs, and tells them to whoever answers for the figures', async () => {
  const page = async (after: string | null) => {
    const reply = await reporting
      .as(personas.coordinator)
      .query('query ($after: String) { proofs(first: 4, after: $after) { endCursor items { id } } }', { after });
    return reply.data?.['proofs'] as { endCursor: string | null; items: { id: string }[] };
  };
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const { items, endCursor } = await page(after);
    ids.push(...items.map(({ id }) => id));
    if (endCursor === null) break;
    after = endCursor;
  }
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(8);
  const refused = await reporting.as(personas.managerOfBordeaux).query('{ proofs { items { id } } }');
  expect(refused).toBeRefused('FORBIDDEN');
  expect(await reporting.as(personas.auditor).query('mutation { proveFigures { id } }')).toBeRefused('FORBIDDEN');
});
