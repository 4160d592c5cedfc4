import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  BeneficiaryErased,
  happened,
  PersonPurgedByEquipment,
  PersonPurgedByReporting,
  PersonPurgedByWorkshops,
} from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { given } from '../../../test/given.js';
import { BeneficiariesModule } from '../../beneficiaries.module.js';

let service: TestService;
beforeAll(async () => {
  service = await startForTest(BeneficiariesModule);
  await given.branches(service);
});
afterAll(() => service.stop());

const MARKED = {
  givenName: 'Zéphirine',
  familyName: 'Canariande',
  phone: '0644556677',
  email: 'zephirine@canari.example',
  spokenLanguage: 'uk',
  birthYear: 1943,
  firstNeed: 'DEVICE',
};
const MARKERS = /z[ée]phirine|canari|644556677|motif secret|birth_year": \d/i;
const manager = () => service.as(personas.managerOfBordeaux);
const erase = (id: string, more: Record<string, unknown> = {}, who = personas.managerOfBordeaux) =>
  service
    .as(who)
    .command(
      'eraseBeneficiary',
      { id, expectedVersion: 1, ground: 'ASKED_BY_PERSON', confirmation: 'effacer', ...more },
      'id erasedAt familyName version',
    );

/** Every row of every table of this service, as text. */
async function everything(): Promise<string> {
  return service.tables(async (tx) => {
    const tables: { name: string }[] = await tx.query(
      `SELECT c.oid::regclass::text AS name FROM pg_class c
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND has_table_privilege(c.oid, 'SELECT')`,
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const rows: { text: string }[] = await tx.query(`SELECT to_jsonb(t)::text AS text FROM ${name} AS t`);
      texts.push(...rows.map(({ text }) => `${name} ${text}`));
    }
    return texts.join('\n');
  });
}

async function certificate(id: string) {
  const reply = await manager().query(
    'query ($id: UUID!) { erasureCertificate(beneficiaryId: $id) { state missing completeAt receipts { service removed { what count } } } }',
    { id },
  );
  return reply.data?.['erasureCertificate'] as {
    state: string;
    missing: string[];
    completeAt: string | null;
    receipts: { service: string; removed: { what: string; count: number }[] }[];
  };
}

it('leaves no trace of who the person was in any table, and announces it by id alone', async () => {
  const id = await given.beneficiary(service, MARKED);
  await manager().query('query ($id: UUID!) { beneficiary(id: $id) { id } }', { id });
  await manager().command('correctBeneficiary', { id, birthYear: 1985, reason: 'motif secret' });
  await manager().command('changeSituation', { id, communeCode: '33281', holdsFrom: '2026-11-27' });
  expect(await everything()).toMatch(MARKERS);
  const reply = await erase(id, { expectedVersion: 3 });
  expect(reply.data).toEqual({
    eraseBeneficiary: { id, erasedAt: '2026-11-26T08:00:00.000Z', familyName: null, version: 4 },
  });
  const rest = await everything();
  for (const line of rest.split('\n')) expect(line).not.toMatch(MARKERS);
  expect((await service.published()).at(-1)).toEqual({
    type: 'beneficiaries.beneficiary-erased',
    branch: 'BX',
    data: { beneficiaryId: id, occurredOn: '2026-11-26', ground: 'ASKED_BY_PERSON' },
  });
});

it('is found by no list, search or duplicate check any more, and changes no more', async () => {
  const id = await given.beneficiary(service, { familyName: 'Introuvable', phone: '0655443322' });
  await manager().query('query ($id: UUID!) { beneficiary(id: $id) { id } }', { id });
  await erase(id);
  const found = await manager().query(
    '{ beneficiaries(text: "introuvable") { items { id } } recentBeneficiaries { id } likelyDuplicates(input: { familyName: "Introuvable", phone: "0655443322" }) { score } }',
  );
  expect(found.data?.['beneficiaries']).toEqual({ items: [] });
  expect(found.data?.['likelyDuplicates']).toEqual([]);
  expect(JSON.stringify(found.data?.['recentBeneficiaries'])).not.toContain(id);
  const all = await manager().query('{ beneficiaries(first: 100) { items { id } } }');
  expect(JSON.stringify(all.data)).not.toContain(id);
  expect(await manager().command('changeContact', { id, familyName: 'Retour' })).toBeRefused('BENEFICIARY_ERASED');
  expect(await erase(id, { expectedVersion: 2 })).toBeRefused('BENEFICIARY_ERASED', 'input.id');
});

it('reaches a person whose enrolment was taken back: a mistake holds a name too', async () => {
  const id = await given.beneficiary(service, { familyName: 'Annulée' });
  await manager().command('voidBeneficiary', { id, reason: 'saisie deux fois' });
  expect((await erase(id, { expectedVersion: 2 })).errors).toBeUndefined();
});

it('does nothing without the word, for an older version, for another branch or another role', async () => {
  const id = await given.beneficiary(service);
  expect(await erase(id, { confirmation: 'oui' })).toBeRefused('ERASURE_NOT_CONFIRMED', 'input.confirmation');
  expect(await erase(id, { expectedVersion: 7 })).toBeRefused('CHANGED_MEANWHILE');
  expect(await erase(id, {}, personas.managerOfLille)).toBeRefused('NOT_FOUND');
  expect(await erase(id, {}, personas.helperOfBordeaux)).toBeRefused('FORBIDDEN');
});

it('certifies once every service has answered, and says which have not, late after a day', async () => {
  const id = await given.beneficiary(service);
  await erase(id);
  expect(await certificate(id)).toMatchObject({
    state: 'WAITING',
    missing: ['workshops', 'equipment', 'reporting'],
    completeAt: null,
  });
  service.clock.set('2026-11-27T08:00:01.000Z');
  expect((await certificate(id)).state).toBe('LATE');
  const said = {
    branch: 'BX',
    at: service.clock.now(),
    data: { beneficiaryId: id, removed: [{ what: 'classes', count: 2 }] },
  };
  await service.deliver(
    happened(PersonPurgedByWorkshops, said),
    happened(PersonPurgedByEquipment, said),
    happened(PersonPurgedByReporting, said),
    happened(PersonPurgedByReporting, said),
  );
  const whole = await certificate(id);
  expect(whole).toMatchObject({ state: 'COMPLETE', missing: [], completeAt: '2026-11-27T08:00:01.000Z' });
  expect(whole.receipts.map((receipt) => receipt.service).sort()).toEqual([
    'beneficiaries',
    'equipment',
    'reporting',
    'workshops',
  ]);
  service.clock.set('2026-11-26T08:00:00.000Z');
});

it('erases again, silently, whom older tables brought back, and does not choke on somebody they never knew', async () => {
  const id = await given.beneficiary(service, { familyName: 'Revenante' });
  const before = (await service.published()).length;
  const erased = (beneficiaryId: string) =>
    happened(BeneficiaryErased, {
      branch: 'BX',
      at: new Date('2026-11-20T08:00:00.000Z'),
      data: { beneficiaryId, occurredOn: '2026-11-20', ground: 'ASKED_BY_PERSON' },
    });
  await service.deliver(erased(id), erased(randomUUID()));
  expect(await everything()).not.toMatch(/revenante/i);
  const reply = await manager().query('query ($id: UUID!) { beneficiary(id: $id) { erasedAt familyName } }', { id });
  expect(reply.data).toEqual({ beneficiary: { erasedAt: '2026-11-20T08:00:00.000Z', familyName: null } });
  expect(await service.published()).toHaveLength(before);
});

it('lists the erasures of one’s branches', async () => {
  const list = async (who = personas.managerOfBordeaux) =>
    (await service.as(who).query('{ erasures { items { state } } }')).data?.['erasures'] as { items: object[] };
  expect((await list()).items.length).toBeGreaterThan(0);
  expect((await list(personas.managerOfLille)).items).toEqual([]);
});
