import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BeneficiaryEnrolled, BeneficiaryErased, type Fact, happened, SituationChanged } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn, idOf } from '../../../test/given.js';
import { WorkshopsModule } from '../../workshops.module.js';

let workshops: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  workshops = await startForTest(WorkshopsModule);
  given = givenIn(workshops);
  await given.branch();
});
afterAll(() => workshops.stop());

const erased = (beneficiaryId: string): Fact =>
  happened(BeneficiaryErased, {
    branch: 'BX',
    at: workshops.clock.now(),
    data: { beneficiaryId, occurredOn: '2026-11-26', ground: 'ASKED_BY_PERSON' },
  });
const dropIn = (beneficiaryId: string) =>
  workshops
    .as(personas.helperOfBordeaux)
    .command('recordDropIn', { minutes: 30, themes: ['EMAIL'], beneficiaryId, occurredAt: '2026-11-25T10:00:00Z' });
const classesOf = (beneficiaryId: string): Promise<unknown[]> =>
  workshops.tables((tx) => tx.query('SELECT 1 FROM person_class WHERE beneficiary_id = $1', [beneficiaryId]));

it('lets go of classes and written reasons, keeps the act as it was counted, and says so', async () => {
  const beneficiaryId = await given.person();
  const id = idOf(await dropIn(beneficiaryId), 'recordDropIn');
  await workshops
    .as(personas.managerOfBordeaux)
    .command('voidSupportAct', { supportActId: id, reason: 'motif secret' });
  const acts = () => workshops.tables((tx) => tx.query('SELECT * FROM support_act WHERE id = $1', [id]));
  const before: unknown = await acts();
  const announced = (await workshops.published()).length;
  await workshops.deliver(erased(beneficiaryId));
  expect(await classesOf(beneficiaryId)).toEqual([]);
  expect(await workshops.tables((tx) => tx.query('SELECT reason FROM correction WHERE subject_id = $1', [id]))).toEqual(
    [{ reason: '' }],
  );
  expect(await acts()).toEqual(before);
  expect((await workshops.published()).slice(announced)).toEqual([
    {
      type: 'workshops.person-purged',
      branch: 'BX',
      data: {
        beneficiaryId,
        removed: [
          { what: 'classes', count: 1 },
          { what: 'reasons of corrections', count: 1 },
        ],
      },
    },
  ]);
});

it('helps nobody new under that id', async () => {
  const beneficiaryId = await given.person();
  await workshops.deliver(erased(beneficiaryId));
  expect(await dropIn(beneficiaryId)).toBeRefused('NOT_YET_KNOWN');
});

it('keeps nothing of news that an erasure overtook', async () => {
  const beneficiaryId = randomUUID();
  const classes = { gender: 'FEMALE', ageBand: 'FROM_70', socialStatus: 'RETIRED', communeCode: '33063' } as const;
  const after = {
    kind: 'TRACKED',
    enrolledOn: '2026-01-05',
    orientationSource: 'SELF',
    organisationId: null,
    classes,
  } as const;
  const news = { branch: 'BX', at: workshops.clock.now() };
  await workshops.deliver(erased(beneficiaryId));
  await workshops.deliver(
    happened(BeneficiaryEnrolled, { ...news, data: { beneficiaryId, occurredOn: '2026-01-05', after } }),
    happened(SituationChanged, {
      ...news,
      data: { beneficiaryId, holdsFrom: '2026-06-01', before: classes, after: { ...classes, communeCode: null } },
    }),
  );
  expect(await classesOf(beneficiaryId)).toEqual([]);
  expect(await dropIn(beneficiaryId)).toBeRefused('NOT_YET_KNOWN');
});
