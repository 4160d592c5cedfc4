import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BeneficiaryRestricted, happened, ObjectionNoted, ObjectionWithdrawn, RestrictionLifted } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../../test/given.js';
import { WorkshopsModule } from '../../workshops.module.js';

let workshops: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  workshops = await startForTest(WorkshopsModule);
  given = givenIn(workshops);
  await given.branch();
});
afterAll(() => workshops.stop());

const about = (beneficiaryId: string, occurredOn = '2026-11-20') => ({
  branch: 'BX',
  at: workshops.clock.now(),
  data: { beneficiaryId, occurredOn },
});
const dropIn = (beneficiaryId: string, day = '2026-11-25') =>
  workshops
    .as(personas.helperOfBordeaux)
    .command(
      'recordDropIn',
      { minutes: 30, themes: ['EMAIL'], beneficiaryId, occurredAt: `${day}T10:00:00Z` },
      'id gender',
    );
const genderOn = async (beneficiaryId: string, day: string) =>
  ((await dropIn(beneficiaryId, day)).data?.['recordDropIn'] as { gender: string }).gender;

it('does nothing new with a person whose record is set aside, until that is lifted', async () => {
  const beneficiaryId = await given.person();
  const sessionId = await given.session();
  const restricted = about(beneficiaryId);
  await workshops.deliver(
    happened(BeneficiaryRestricted, { ...restricted, data: { ...restricted.data, ground: 'LEGAL_CLAIM' } }),
  );
  expect(await dropIn(beneficiaryId)).toBeRefused('BENEFICIARY_RESTRICTED', 'input.beneficiaryId');
  const enrolled = await workshops
    .as(personas.helperOfBordeaux)
    .command('enrolInSession', { sessionId, beneficiaryId });
  expect(enrolled).toBeRefused('BENEFICIARY_RESTRICTED', 'input.beneficiaryId');
  await workshops.deliver(happened(RestrictionLifted, about(beneficiaryId)));
  expect((await dropIn(beneficiaryId)).errors).toBeUndefined();
});

it('counts who objected without their classes, from that day until they take it back', async () => {
  const beneficiaryId = await given.person({ gender: 'FEMALE' });
  await workshops.deliver(happened(ObjectionNoted, about(beneficiaryId, '2026-11-20')));
  expect(await genderOn(beneficiaryId, '2026-11-19')).toBe('FEMALE');
  expect(await genderOn(beneficiaryId, '2026-11-20')).toBe('NOT_STATED');
  await workshops.deliver(happened(ObjectionWithdrawn, about(beneficiaryId, '2026-11-24')));
  expect(await genderOn(beneficiaryId, '2026-11-23')).toBe('NOT_STATED');
  expect(await genderOn(beneficiaryId, '2026-11-24')).toBe('FEMALE');
});
