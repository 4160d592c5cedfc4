import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { HoursRecorded, happened, SaleVoided, SupportActCorrected, SupportActVoided } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { actFacts, actRecorded, saleMade } from '../../test/given.js';
import { ReportingModule } from '../reporting.module.js';

let reporting: TestService;
beforeAll(async () => {
  reporting = await startForTest(ReportingModule);
});
afterAll(() => reporting.stop());

const AT = new Date('2026-03-12T10:00:00Z');

async function figures(
  input: Record<string, unknown>,
  of: string[],
  who = personas.coordinator,
): Promise<Record<string, number | null>> {
  const reply = await reporting
    .as(who)
    .query(
      'query ($input: FiguresInput!, $of: [FigureCode!]!) { figures(input: $input) { figures(of: $of) { code value previous } } }',
      { input: { from: '2026-01-01', to: '2026-12-31', ...input }, of },
    );
  if (!reply.data) throw new Error(JSON.stringify(reply));
  const { figures: list } = reply.data['figures'] as { figures: { code: string; value: number | null }[] };
  return Object.fromEntries(list.map(({ code, value }) => [code, value]));
}

async function breakdown(input: Record<string, unknown>, of: string, by: string): Promise<Record<string, number>> {
  const reply = await reporting
    .as(personas.coordinator)
    .query(
      'query ($input: FiguresInput!, $of: FigureCode!, $by: Dimension!) { figures(input: $input) { breakdown(of: $of, by: $by) { member value } } }',
      { input: { from: '2026-01-01', to: '2026-12-31', ...input }, of, by },
    );
  const { breakdown: rows } = reply.data?.['figures'] as { breakdown: { member: string; value: number }[] };
  return Object.fromEntries(rows.map(({ member, value }) => [member, value]));
}

it('counts an act once however often it arrives, and follows its correction and its void', async () => {
  const branches = ['CR'];
  const supportActId = randomUUID();
  const before = actFacts({ themes: ['EMAIL', 'BROWSING'], occurredOn: '2026-03-10' });
  await reporting.deliver(actRecorded(before, 'CR', supportActId));
  expect(await figures({ branches }, ['SUPPORT_ACTS', 'MINUTES_OF_SUPPORT'])).toEqual({
    SUPPORT_ACTS: 1,
    MINUTES_OF_SUPPORT: 30,
  });
  const after = { ...before, themes: ['HEALTH' as const], occurredOn: '2026-02-27', minutes: 45 };
  await reporting.deliver(
    happened(SupportActCorrected, { branch: 'CR', at: AT, data: { supportActId, before, after } }),
  );
  expect(await breakdown({ branches }, 'SUPPORT_ACTS', 'THEME')).toEqual({ HEALTH: 1 });
  expect(await figures({ branches, from: '2026-03-01' }, ['SUPPORT_ACTS'])).toEqual({ SUPPORT_ACTS: 0 });
  await reporting.deliver(happened(SupportActVoided, { branch: 'CR', at: AT, data: { supportActId, before: after } }));
  expect(await figures({ branches }, ['SUPPORT_ACTS', 'MINUTES_OF_SUPPORT', 'UNIQUE_PEOPLE'])).toEqual({
    SUPPORT_ACTS: 0,
    MINUTES_OF_SUPPORT: 0,
    UNIQUE_PEOPLE: 0,
  });
});

it('counts a person once in the network, however many branches saw them, and the anonymous apart', async () => {
  const person = randomUUID();
  const theme = { themes: ['PARENTING' as const] };
  await reporting.deliver(
    actRecorded({ ...theme, beneficiaryId: person }, 'LI'),
    actRecorded({ ...theme, beneficiaryId: person }, 'RO'),
    actRecorded({ ...theme, beneficiaryId: null }, 'RO'),
  );
  const reply = await reporting
    .as(personas.coordinator)
    .query(
      `{ figures(input: { from: "2026-01-01", to: "2026-12-31", themes: [PARENTING] }) { anonymousActs figures(of: [SUPPORT_ACTS, UNIQUE_PEOPLE]) { value } } }`,
    );
  expect(reply.data).toEqual({ figures: { anonymousActs: 1, figures: [{ value: 3 }, { value: 1 }] } });
});

it('sums a sale to the cent, counts it as a support act, and takes it all back when it is voided', async () => {
  const branches = ['MA'];
  const saleId = randomUUID();
  const sale = saleMade('MA', saleId);
  await reporting.deliver(sale);
  const of = ['SUPPORT_ACTS', 'DEVICES_SOLD', 'ARTICLES_SOLD', 'TAKINGS', 'MARKET_VALUE'];
  expect(await figures({ branches }, of)).toEqual({
    SUPPORT_ACTS: 1,
    DEVICES_SOLD: 1,
    ARTICLES_SOLD: 1,
    TAKINGS: 7_200,
    MARKET_VALUE: 32_000,
  });
  expect(await breakdown({ branches }, 'DEVICES_SOLD', 'EQUIPMENT')).toEqual({ 'COMPUTER/B': 1 });
  expect(await breakdown({ branches }, 'TAKINGS', 'PAYMENT')).toEqual({ CASH: 7_200 });
  await reporting.deliver(
    happened(SaleVoided, { branch: 'MA', at: AT, data: { saleId, before: sale.data['after'] as never } }),
  );
  expect(await figures({ branches }, of)).toEqual({
    SUPPORT_ACTS: 0,
    DEVICES_SOLD: 0,
    ARTICLES_SOLD: 0,
    TAKINGS: 0,
    MARKET_VALUE: 0,
  });
});

it('compares what began on 1 January with the same days of the year before', async () => {
  const branches = ['GR'];
  await reporting.deliver(
    actRecorded({ occurredOn: '2025-02-01' }, 'GR'),
    actRecorded({ occurredOn: '2025-11-30' }, 'GR'),
    actRecorded({ occurredOn: '2026-02-01' }, 'GR'),
  );
  const reply = await reporting
    .as(personas.coordinator)
    .query(
      'query ($input: FiguresInput!) { figures(input: $input) { comparedFrom comparedTo figures(of: [SUPPORT_ACTS]) { value previous } } }',
      { input: { from: '2026-01-01', to: '2026-11-26', compare: 'PREVIOUS', branches } },
    );
  expect(reply.data).toEqual({
    figures: { comparedFrom: '2025-01-01', comparedTo: '2025-11-26', figures: [{ value: 1, previous: 1 }] },
  });
});

it('shows a helper the figures of their own branch only', async () => {
  await reporting.deliver(actRecorded({ themes: ['CREATING'] }, 'BX'), actRecorded({ themes: ['CREATING'] }, 'LY'));
  expect(await figures({ themes: ['CREATING'] }, ['SUPPORT_ACTS'], personas.helperOfBordeaux)).toEqual({
    SUPPORT_ACTS: 1,
  });
  const reply = await reporting
    .as(personas.helperOfBordeaux)
    .query(
      '{ figures(input: { from: "2026-01-01", to: "2026-12-31", branches: ["LY"] }) { figures(of: [SUPPORT_ACTS]) { value } } }',
    );
  expect(reply).toBeRefused('FORBIDDEN', 'branches');
});

it('refuses a period that ends before it begins, and a breakdown that makes no sense', async () => {
  const backwards = await reporting
    .as(personas.coordinator)
    .query('{ figures(input: { from: "2026-02-01", to: "2026-01-01" }) { from } }');
  expect(backwards).toBeRefused('PERIOD_BACKWARDS', 'to');
  const senseless = await reporting
    .as(personas.coordinator)
    .query(
      '{ figures(input: { from: "2026-01-01", to: "2026-02-01" }) { breakdown(of: TAKINGS, by: GENDER) { member } } }',
    );
  expect(senseless).toBeRefused('NOT_BROKEN_DOWN', 'by');
});

it('counts the time that helpers gave, and follows when it is mended or was none', async () => {
  const [shiftId, dutyId] = [randomUUID(), randomUUID()];
  const said = (before: number, after: number) =>
    happened(HoursRecorded, {
      ...{ branch: 'MB', at: AT },
      data: { shiftId, dutyId, occurredOn: '2026-03-10', before, after },
    });
  await reporting.deliver(said(0, 180));
  expect(await figures({ branches: ['MB'] }, ['HELPER_MINUTES'])).toEqual({ HELPER_MINUTES: 180 });
  await reporting.deliver(said(180, 120));
  expect(await figures({ branches: ['MB'] }, ['HELPER_MINUTES'])).toEqual({ HELPER_MINUTES: 120 });
  await reporting.deliver(said(120, 0));
  expect(await figures({ branches: ['MB'] }, ['HELPER_MINUTES'])).toEqual({ HELPER_MINUTES: 0 });
});

it('tells the gateway that figures have moved when they move, not a moment later', async () => {
  const asking = async (since: number | null): Promise<number> => {
    const reply = await reporting
      .as(personas.coordinator)
      .query('query ($since: Float) { watermarks(since: $since) { version } }', { since });
    const { watermarks } = reply.data as { watermarks: { version: number }[] };
    return watermarks.reduce((sum, { version }) => sum + version, 0);
  };
  await reporting.deliver(actRecorded({}, 'DI'));
  const known = await asking(null);
  const told = asking(known);
  await reporting.deliver(actRecorded({}, 'DI'));
  expect(await told).toBe(known + 2);
  expect(await asking(known + 2)).toBe(known + 2);
});
