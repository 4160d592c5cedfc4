import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BeneficiaryErased, happened } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { actRecorded } from '../../../test/given.js';
import { received } from '../../../test/received.js';
import { FiguresApplier } from '../../projection/figures-applier.js';
import { VersionApplier } from '../../rebuild/version-applier.js';
import { ReportingModule } from '../../reporting.module.js';

let reporting: TestService;
beforeAll(async () => {
  reporting = await startForTest(ReportingModule);
});
afterAll(() => reporting.stop());

it('answers an erasure, moves no figure, and says nothing when figures are filled anew', async () => {
  const beneficiaryId = randomUUID();
  const figures = async () =>
    (
      await reporting
        .as(personas.coordinator)
        .query(
          `{ figures(input: { from: "2026-01-01", to: "2026-12-31" }) { figures(of: [SUPPORT_ACTS, UNIQUE_PEOPLE]) { code value } breakdown(of: SUPPORT_ACTS, by: AGE_BAND) { member value } } }`,
        )
    ).data;
  await reporting.deliver(actRecorded({ beneficiaryId }));
  const before = await figures();
  const erased = happened(BeneficiaryErased, {
    branch: 'BX',
    at: reporting.clock.now(),
    data: { beneficiaryId, occurredOn: '2026-11-26', ground: 'ASKED_BY_PERSON' },
  });
  await reporting.deliver(erased);
  expect(await figures()).toEqual(before);
  const answer = [{ type: 'reporting.person-purged', branch: 'BX', data: { beneficiaryId, removed: [] } }];
  expect(await reporting.published()).toEqual(answer);
  await reporting.as(personas.administrator).query('mutation { beginRebuild { version } }');
  const beside = new VersionApplier(reporting.app.get(FiguresApplier), 2);
  await reporting.tables((tx) => beside.apply(tx, received([erased])));
  expect(await reporting.published()).toEqual(answer);
});
