import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BeneficiariesMerged, DonationReceived, happened, SaleVoided, WasteRemoved } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { actRecorded, saleMade } from '../../../test/given.js';
import { ReportingModule } from '../../reporting.module.js';

let reporting: TestService;
beforeAll(async () => {
  reporting = await startForTest(ReportingModule);
  reporting.clock.set('2026-11-26T10:00:00.000Z');
});
afterAll(() => reporting.stop());

const YEAR = 'from: "2026-01-01", to: "2026-12-31"';
const outcomes = async (branch: string, input = YEAR) => {
  const { data } = await reporting.as(personas.coordinator).query(
    `{ figures(input: { ${input}, branches: ["${branch}"] }) { deviceOutcomes {
      sold soldToKnown settled followed followedShare firstDevices medianWaitDays } } }`,
  );
  return (data?.['figures'] as { deviceOutcomes: unknown }).deviceOutcomes;
};
const course = (beneficiaryId: string, occurredOn: string, branch = 'CR') =>
  actRecorded({ solution: 'COURSE', beneficiaryId, occurredOn }, branch);

it('tells which devices sold a course followed within sixty days, in whatever branch and under either of a person’s ids', async () => {
  const [soon, late, merged, kept, recent] = Array.from({ length: 5 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
  ];
  await reporting.deliver(
    ...[saleMade('CR', randomUUID(), soon), course(soon, '2026-05-10', 'LY')],
    ...[saleMade('CR', randomUUID(), late), course(late, '2026-05-11'), course(late, '2026-03-11')],
    ...[saleMade('CR', randomUUID(), merged), course(kept, '2026-04-01')],
    ...[saleMade('CR', randomUUID(), recent, '2026-11-20'), course(recent, '2026-11-21')],
    saleMade('CR', randomUUID(), null),
  );
  const before = { sold: 5, soldToKnown: 4, settled: 3, followed: 1, followedShare: 1 / 3 };
  expect(await outcomes('CR')).toMatchObject(before);
  const data = { mergeId: randomUUID(), occurredOn: '2026-06-01', keptId: kept, mergedId: merged };
  await reporting.deliver(happened(BeneficiariesMerged, { branch: 'CR', at: new Date('2026-06-01T10:00:00Z'), data }));
  expect(await outcomes('CR')).toMatchObject({ ...before, followed: 2, followedShare: 2 / 3 });
});

it('tells how long people waited from the first help to their first device, and leaves out what was taken back', async () => {
  const [early, again, voided] = [randomUUID(), randomUUID(), randomUUID()];
  const saleId = randomUUID();
  const taken = saleMade('ST', saleId, voided, '2026-04-01');
  await reporting.deliver(
    ...[actRecorded({ beneficiaryId: early, occurredOn: '2026-03-01' }, 'ST'), saleMade('ST', randomUUID(), early)],
    ...[saleMade('ST', randomUUID(), again, '2025-12-01'), saleMade('ST', randomUUID(), again, '2026-03-12')],
    taken,
  );
  expect(await outcomes('ST')).toMatchObject({ sold: 3, firstDevices: 2, medianWaitDays: 5 });
  const { after: before } = taken.data as { after: SaleVoided['data']['before'] };
  await reporting.deliver(
    happened(SaleVoided, { branch: 'ST', at: new Date('2026-04-02T10:00:00Z'), data: { saleId, before } }),
  );
  expect(await outcomes('ST')).toMatchObject({ sold: 2, firstDevices: 1, medianWaitDays: 10 });
  expect(await outcomes('GR')).toMatchObject({ sold: 0, followedShare: null, medianWaitDays: null });
});

it('weighs what was given, what left as waste, and what was sold again', async () => {
  const at = new Date('2026-03-11T10:00:00Z');
  const day = { occurredOn: '2026-03-11', lots: 1, expected: 2 };
  await reporting.deliver(
    happened(DonationReceived, {
      ...{ branch: 'NA', at },
      data: { ...day, donationId: randomUUID(), donorId: randomUUID(), grams: 31_500 },
    }),
    happened(WasteRemoved, {
      ...{ branch: 'NA', at },
      data: { wasteRemovalId: randomUUID(), occurredOn: '2026-03-11', devices: 3, grams: 9_000 },
    }),
    saleMade('NA'),
  );
  const { data } = await reporting
    .as(personas.coordinator)
    .query(
      `{ figures(input: { ${YEAR}, branches: ["NA"] }) { figures(of: [GRAMS_COLLECTED, GRAMS_WASTED, DEVICES_WASTED, GRAMS_REUSED]) { value } } }`,
    );
  expect(data).toEqual({ figures: { figures: [{ value: 31_500 }, { value: 9_000 }, { value: 3 }, { value: 2_500 }] } });
});
