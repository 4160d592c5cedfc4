import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BeneficiariesMerged, BeneficiariesUnmerged, happened } from '#events';
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

it('gives a person one seat in a session and shows all their acts, under whichever of their ids, until they are parted again', async () => {
  const helper = workshops.as(personas.helperOfBordeaux);
  const [keptId, mergedId] = [await given.person(), await given.person()];
  const sessionId = await given.session();
  const enrol = (beneficiaryId: string) => helper.command('enrolInSession', { sessionId, beneficiaryId });
  const known = async (id: string) => {
    const { data } = await helper.query(
      'query ($people: [_Any!]!) { _entities(representations: $people) { ... on Beneficiary { supportActs { minutes } enrolments { session { id } } } } }',
      { people: [{ __typename: 'Beneficiary', id }] },
    );
    return (data?.['_entities'] as unknown[])[0];
  };
  const act = { minutes: 30, themes: ['EMAIL'], occurredAt: '2026-11-25T10:00:00Z' };
  await helper.command('recordDropIn', { ...act, beneficiaryId: mergedId });
  await enrol(mergedId);
  const merged = {
    branch: null,
    at: workshops.clock.now(),
    data: { mergeId: randomUUID(), occurredOn: '2026-11-26', keptId, mergedId },
  };
  await workshops.deliver(happened(BeneficiariesMerged, merged));
  expect(await enrol(keptId)).toBeRefused('ALREADY_ENROLLED', 'input.beneficiaryId');
  expect(await known(keptId)).toEqual({
    supportActs: [{ minutes: 30 }],
    enrolments: [{ session: { id: sessionId } }],
  });
  await workshops.deliver(happened(BeneficiariesUnmerged, merged));
  expect(await known(keptId)).toEqual({ supportActs: [], enrolments: [] });
  expect((await enrol(keptId)).errors).toBeUndefined();
});
