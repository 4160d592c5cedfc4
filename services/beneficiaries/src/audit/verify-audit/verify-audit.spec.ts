import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { eventually, personas, startForTest, type TestService } from '#testing';
import { given } from '../../../test/given.js';
import { BeneficiariesModule } from '../../beneficiaries.module.js';
import { SealAudit } from '../seal-audit/seal-audit.js';

let service: TestService;
let sealAudit: SealAudit;
let owner: Client;
beforeAll(async () => {
  service = await startForTest(BeneficiariesModule);
  sealAudit = service.app.get(SealAudit);
  await given.branches(service);
  owner = new Client({ connectionString: service.config.migratorUrl });
  await owner.connect();
  await owner.query('SET ROLE beneficiaries_owner');
});
afterAll(async () => {
  await owner.end();
  await service.stop();
});

/** Three people enrolled and sealed by themselves, whatever stood there before. */
beforeEach(async () => {
  await owner.query('TRUNCATE audit.line, audit.seal');
  for (let n = 0; n < 3; n += 1) await given.beneficiary(service);
  await settle();
});

/** Seals all that is there, once transactions of the whole server have let go: other databases' count as well. */
async function settle(): Promise<void> {
  await eventually('everything sealed', async () => {
    await sealAudit.execute();
    const { rows } = await owner.query<{ open: boolean }>(
      'SELECT EXISTS (SELECT FROM audit.line WHERE seq > coalesce((SELECT max(through_seq) FROM audit.seal), 0)) AS open',
    );
    return rows[0]?.open === false;
  });
}

async function faults(): Promise<string[]> {
  const reply = await service
    .as(personas.auditor)
    .query('{ verifyAudit { seals lines faults { seal kind } head next } }');
  const { faults: found } = reply.data?.['verifyAudit'] as { faults: { seal: number; kind: string }[] };
  return found.map(({ seal, kind }) => `${seal} ${kind}`);
}

/** Number of the seal that holds the three. */
async function theSeal(): Promise<number> {
  const { rows } = await owner.query<{ number: string }>('SELECT number FROM audit.seal WHERE lines = 3');
  return Number(rows[0]?.number);
}

it('holds what nobody touched, seal after seal', async () => {
  await given.beneficiary(service);
  await settle();
  expect(await faults()).toEqual([]);
});

describe('detects', () => {
  const places = `WITH three AS (SELECT seq, row_number() OVER (ORDER BY seq) AS n FROM audit.line ORDER BY seq LIMIT 3)`;

  it('a line that was edited', async () => {
    await owner.query(
      `${places} UPDATE audit.line l SET subject = 'another' FROM three WHERE three.n = 2 AND l.seq = three.seq`,
    );
    expect(await faults()).toEqual([`${await theSeal()} LINES_CHANGED`]);
  });

  it('a line that was taken out', async () => {
    await owner.query(`${places} DELETE FROM audit.line l USING three WHERE three.n = 2 AND l.seq = three.seq`);
    expect(await faults()).toEqual([`${await theSeal()} LINES_MISSING`]);
  });

  it('two lines that changed places', async () => {
    await owner.query(`${places}
      UPDATE audit.line l SET person = other.person FROM three a, three b, audit.line other
      WHERE l.seq = a.seq AND other.seq = b.seq AND (a.n, b.n) IN ((1, 2), (2, 1))`);
    expect(await faults()).toEqual([`${await theSeal()} LINES_CHANGED`]);
  });

  it('a seal that was made to fit an edited line, by the seal after it', async () => {
    await given.beneficiary(service);
    await settle();
    const number = await theSeal();
    await owner.query(`UPDATE audit.line SET role = 'AUDITOR' WHERE seq = (SELECT min(seq) FROM audit.line)`);
    await owner.query(
      `UPDATE audit.seal s SET digest = (
         SELECT sha256(convert_to(string_agg(audit.text_of(l), E'\\n' ORDER BY l.seq), 'UTF8')) FROM audit.line l
         WHERE l.seq > s.after_seq AND l.seq <= s.through_seq) WHERE number = $1`,
      [number],
    );
    await owner.query('UPDATE audit.seal s SET hash = audit.hash_of(NULL, s) WHERE number = $1', [number]);
    expect(await faults()).toEqual([`${number + 1} SEAL_CHANGED`]);
  });

  it('a beginning that was cut off before its year', async () => {
    await given.beneficiary(service);
    await settle();
    const number = await theSeal();
    await owner.query('DELETE FROM audit.line WHERE seq <= (SELECT through_seq FROM audit.seal WHERE number = $1)', [
      number,
    ]);
    await owner.query('DELETE FROM audit.seal WHERE number = $1', [number]);
    expect(await faults()).toEqual([`${number + 1} CUT`]);
  });
});

it('never seals past a line that is still being written', async () => {
  const who = { ...personas.helperOfBordeaux, correlationId: 'test' };
  const slow = new Client({ connectionString: service.config.databaseUrl });
  await slow.connect();
  try {
    const note = `SELECT audit.note($1, 'HELPER', 'BX', 'LIST', 'test', ARRAY[NULL]::uuid[], ARRAY['BX']::bpchar[], '{}', 'slow', now())`;
    await slow.query('BEGIN');
    await slow.query(note, [who.subject]);
    await given.beneficiary(service);
    for (let turn = 0; turn < 3; turn += 1) expect(await sealAudit.execute()).toBe(0);
    await slow.query('COMMIT');
    await settle();
    expect(await faults()).toEqual([]);
  } finally {
    await slow.end();
  }
});

it('lets go of what is older than twelve months and stays whole, but of nothing younger', async () => {
  await owner.query('TRUNCATE audit.line, audit.seal');
  for (const day of ['2024-01-10', '2024-02-10', '2026-11-26']) {
    service.clock.set(`${day}T08:00:00.000Z`);
    await given.beneficiary(service, { privacyNoticeReadOn: day });
    await settle();
  }
  expect(await sealAudit.forget()).toBe(2);
  expect(await faults()).toEqual([]);
  expect(await sealAudit.forget()).toBe(0);
});

describe('requests and reactions', () => {
  it.each([
    ['requests', 'databaseUrl'],
    ['reactions', 'workerUrl'],
  ] as const)('as %s can neither change nor take out a line', async (_who, url) => {
    const client = new Client({ connectionString: service.config[url] });
    await client.connect();
    try {
      for (const statement of [
        `UPDATE audit.line SET subject = 'x'`,
        'DELETE FROM audit.line',
        `INSERT INTO audit.seal SELECT * FROM audit.seal`,
        'TRUNCATE audit.line',
      ])
        await expect(client.query(statement)).rejects.toThrow('permission denied');
    } finally {
      await client.end();
    }
  });
});
