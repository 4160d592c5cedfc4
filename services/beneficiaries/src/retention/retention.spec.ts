import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { AttendanceMarked, happened, SupportActRecorded, SupportActVoided } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { given } from '../../test/given.js';
import { BeneficiariesModule } from '../beneficiaries.module.js';
import { RetireRecords } from './retire-records/retire-records.js';

const ENROLLED_AT = '2024-03-10T09:00:00.000Z';
let service: TestService;
beforeAll(async () => {
  service = await startForTest(BeneficiariesModule);
  await given.branches(service);
});
afterAll(() => service.stop());
beforeEach(() => service.clock.set(ENROLLED_AT));

const enrolled = (more: Record<string, unknown> = {}) =>
  given.beneficiary(service, { privacyNoticeReadOn: '2024-03-10', ...more });
const manager = () => service.as(personas.managerOfBordeaux);
/** What the clock does on that day, shortly before noon in Bordeaux. */
const retireOn = (day: string) => {
  service.clock.set(`${day}T10:00:00.000Z`);
  return service.app.get(RetireRecords).execute();
};
const facts = (beneficiaryId: string, occurredOn: string) => ({
  solution: 'DROP_IN' as const,
  occurredOn,
  minutes: 30,
  beneficiaryId,
  sessionId: null,
  placeId: null,
  themes: ['EMAIL' as const],
  administrativeThemes: [],
  devicesUsed: [],
  autonomy: null,
  redirection: null,
  classes: {
    gender: 'FEMALE' as const,
    ageBand: 'FROM_40_TO_59' as const,
    socialStatus: 'UNEMPLOYED' as const,
    communeCode: null,
  },
});
const act = (beneficiaryId: string, day: string, supportActId: string = randomUUID()) =>
  happened(SupportActRecorded, {
    branch: 'BX',
    at: service.clock.now(),
    data: { supportActId, after: facts(beneficiaryId, day) },
  });
const stateOf = async (id: string) => {
  const { data } = await manager().query(
    'query ($id: UUID!) { beneficiary(id: $id) { restrictionGround erasedAt lastContactOn } }',
    { id },
  );
  return data?.['beneficiary'] as {
    restrictionGround: string | null;
    erasedAt: string | null;
    lastContactOn: string | null;
  };
};
const soon = async () =>
  JSON.stringify((await manager().query('{ soonArchived(first: 100) { items { id } } }')).data?.['soonArchived']);

it('keeps a record for two years after the last contact, sets it aside the day after, and erases it a year later', async () => {
  const id = await enrolled();
  await retireOn('2026-03-09');
  expect((await stateOf(id)).restrictionGround).toBeNull();
  await retireOn('2026-03-10');
  expect((await stateOf(id)).restrictionGround).toBeNull();
  await retireOn('2026-03-11');
  expect((await stateOf(id)).restrictionGround).toBe('RETENTION');
  expect((await service.published()).filter(({ data }) => data['beneficiaryId'] === id).at(-1)).toMatchObject({
    type: 'beneficiaries.beneficiary-restricted',
    data: { ground: 'RETENTION', occurredOn: '2026-03-11' },
  });
  await retireOn('2027-03-10');
  expect((await stateOf(id)).erasedAt).toBeNull();
  await retireOn('2027-03-11');
  expect((await stateOf(id)).erasedAt).toBe('2027-03-11T10:00:00.000Z');
  const certificate = await manager().query(
    'query ($id: UUID!) { erasureCertificate(beneficiaryId: $id) { ground } }',
    { id },
  );
  expect(certificate.data).toEqual({ erasureCertificate: { ground: 'RETENTION_ENDED' } });
});

it('counts from acts, seats somebody came to and own changes, and no longer from what was taken back', async () => {
  const id = await enrolled();
  const supportActId = randomUUID();
  const enrolmentId = randomUUID();
  const seat = (before: 'UNKNOWN' | 'SEEN', after: 'SEEN' | 'NOSHOW') =>
    happened(AttendanceMarked, {
      branch: 'BX',
      at: service.clock.now(),
      data: { sessionId: enrolmentId, enrolmentId, beneficiaryId: id, occurredOn: '2024-08-01', before, after },
    });
  await service.deliver(act(id, '2024-06-01'), act(id, '2024-09-01', supportActId));
  expect((await stateOf(id)).lastContactOn).toBe('2024-09-01');
  const voided = { supportActId, before: facts(id, '2024-09-01') };
  await service.deliver(
    seat('UNKNOWN', 'SEEN'),
    happened(SupportActVoided, { branch: 'BX', at: service.clock.now(), data: voided }),
  );
  expect((await stateOf(id)).lastContactOn).toBe('2024-08-01');
  await service.deliver(seat('SEEN', 'NOSHOW'));
  expect((await stateOf(id)).lastContactOn).toBe('2024-06-01');
  service.clock.set('2024-10-02T10:00:00.000Z');
  await manager().command('changeContact', { id, familyName: 'Vauquelin', phone: '0612345678' });
  expect((await stateOf(id)).lastContactOn).toBe('2024-10-02');
  // Somebody of the branch who merely looks is no contact.
  await retireOn('2026-10-02');
  expect((await stateOf(id)).restrictionGround).toBeNull();
  await retireOn('2026-10-03');
  expect((await stateOf(id)).restrictionGround).toBe('RETENTION');
});

it('says thirty days ahead whose time is nearly over, and begins anew on a member’s word, whose name is in the trail', async () => {
  const id = await enrolled();
  service.clock.set('2026-02-08T10:00:00.000Z');
  expect(await soon()).not.toContain(id);
  service.clock.set('2026-02-10T10:00:00.000Z');
  expect(await soon()).toContain(id);
  const note = (occurredOn: string) => manager().command('noteContact', { id, occurredOn }, 'lastContactOn');
  expect(await note('2026-02-11')).toBeRefused('CONTACT_DAY', 'input.occurredOn');
  expect(await note('2024-03-09')).toBeRefused('CONTACT_DAY', 'input.occurredOn');
  expect((await note('2026-02-10')).data).toEqual({ noteContact: { lastContactOn: '2026-02-10' } });
  expect(await soon()).not.toContain(id);
  const trail = await service
    .as(personas.auditor)
    .query('query ($id: UUID!) { accessesToPerson(personId: $id) { items { subject purpose } } }', { id });
  const noted = { subject: personas.managerOfBordeaux.subject, purpose: 'note-contact' };
  expect(trail.data?.['accessesToPerson']).toMatchObject({ items: expect.arrayContaining([noted]) });
  await retireOn('2026-03-11');
  expect((await stateOf(id)).restrictionGround).toBeNull();
});

it('does nothing twice, whoever runs it at once, and brings back to the branch whom the desk lets in again', async () => {
  const id = await enrolled();
  const before = (await service.published()).length;
  service.clock.set('2026-05-11T10:00:00.000Z');
  const jobs = await Promise.all([1, 2].map(() => service.app.get(RetireRecords).execute()));
  expect(jobs.map(({ setAside }) => setAside).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0);
  const told = (await service.published()).slice(before).filter(({ data }) => data['beneficiaryId'] === id);
  expect(told).toHaveLength(1);
  await manager().command('liftRestriction', { id, expectedVersion: 2, reason: 'revenue au comptoir' });
  await retireOn('2026-05-12');
  expect(await stateOf(id)).toEqual({ restrictionGround: null, erasedAt: null, lastContactOn: '2026-05-11' });
});
