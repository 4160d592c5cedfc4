import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { happened, SupportActCorrected, SupportActVoided } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { actFacts, actRecorded, saleMade } from '../../../test/given.js';
import { Freshness } from '../../freshness/freshness.js';
import { ReportingModule } from '../../reporting.module.js';

let reporting: TestService;
beforeAll(async () => {
  reporting = await startForTest(ReportingModule);
});
afterAll(() => reporting.stop());
beforeEach(() => {
  reporting.clock.set('2026-04-08T09:00:00.000Z');
  finalUpTo('2026-04-08T08:59:30.000Z');
});

function finalUpTo(instant: string): void {
  for (const source of ['beneficiaries', 'workshops', 'equipment'])
    reporting.app.get(Freshness).heard({ source, drainedUpTo: instant, finalUpTo: instant, positions: {} });
}

const close = (branch: string, month = '2026-03-01', who = personas.coordinator) =>
  reporting.as(who).command('closeMonth', { branch, month }, 'month closedAt branch { code }');

const CORRECTIONS = `query ($branch: String, $month: LocalDate, $first: Int!, $after: String) {
  corrections(branch: $branch, month: $month, first: $first, after: $after) {
    items { eventType month recordedAt branch { code } moves { code minus plus } subject { kind id supportAct { id } } } endCursor } }`;
async function corrections(variables: Record<string, unknown>, who = personas.coordinator) {
  const reply = await reporting.as(who).query(CORRECTIONS, { first: 50, ...variables });
  if (!reply.data) throw new Error(JSON.stringify(reply));
  return reply.data['corrections'] as {
    items: { recordedAt: string; moves: { code: string; minus: number; plus: number }[]; eventType: string }[];
    endCursor: string | null;
  };
}
const asKnown = async (branch: string, asOf: string | null) => {
  const reply = await reporting.as(personas.coordinator).query(
    `query ($input: FiguresInput!) { figures(input: $input) { figures(of: [SUPPORT_ACTS]) { value }
       closedMonths(of: SUPPORT_ACTS) { month branches minus plus } } }`,
    { input: { from: '2026-03-01', to: '2026-03-31', branches: [branch], asOf } },
  );
  return reply.data?.['figures'] as { figures: { value: number }[]; closedMonths: unknown[] };
};

it('closes a month as known just before the final mark, once, and announces it', async () => {
  expect((await close('CR')).data).toEqual({
    closeMonth: { month: '2026-03-01', closedAt: '2026-04-08T08:59:29.999Z', branch: { code: 'CR' } },
  });
  expect(await close('CR')).toBeRefused('MONTH_CLOSED_ALREADY', 'input.month');
  const announced = (await reporting.published()).filter(({ branch }) => branch === 'CR');
  expect(announced).toEqual([
    {
      type: 'reporting.month-closed',
      branch: 'CR',
      data: {
        closingId: expect.any(String),
        branch: 'CR',
        month: '2026-03-01',
        knownUpTo: '2026-04-08T08:59:29.999Z',
      },
    },
  ]);
  const { data } = await reporting
    .as(personas.coordinator)
    .query('{ monthClosings(month: "2026-03-01") { branch { code } } }');
  expect(data).toEqual({ monthClosings: [{ branch: { code: 'CR' } }] });
});

it('lists what is learned of a closed month afterwards, and leaves the month as closed as it was', async () => {
  const [kept, wrong, moved] = [randomUUID(), randomUUID(), randomUUID()];
  const facts = actFacts({ occurredOn: '2026-03-12', minutes: 30 });
  for (const id of [kept, wrong, moved]) await reporting.deliver(actRecorded(facts, 'GR', id));
  reporting.clock.set('2026-04-08T09:00:10.000Z');
  finalUpTo('2026-04-08T09:00:05.000Z');
  const reply = await close('GR');
  const { closedAt } = reply.data?.['closeMonth'] as { closedAt: string };

  const at = new Date('2026-04-20T10:00:00Z');
  reporting.clock.set(at);
  await reporting.deliver(
    happened(SupportActVoided, { branch: 'GR', at, data: { supportActId: wrong, before: facts } }),
    actRecorded({ occurredOn: '2026-03-30', minutes: 20 }, 'GR'),
    // Of April, which nobody has closed.
    actRecorded({ occurredOn: '2026-04-02' }, 'GR'),
  );
  reporting.clock.set('2026-04-21T10:00:00Z');
  await reporting.deliver(
    happened(SupportActCorrected, {
      branch: 'GR',
      at,
      data: { supportActId: moved, before: facts, after: { ...facts, occurredOn: '2026-04-12' } },
    }),
  );

  const { items } = await corrections({ branch: 'GR' });
  expect(items.map(({ recordedAt }) => recordedAt)).toEqual([
    '2026-04-21T10:00:00.000Z',
    '2026-04-20T10:00:00.000Z',
    '2026-04-20T10:00:00.000Z',
  ]);
  const moves = new Map(items.map((item) => [item.eventType, item.moves]));
  expect(moves.get('workshops.support-act-corrected')).toEqual([
    move('SUPPORT_ACTS', -1, 0),
    move('MINUTES_OF_SUPPORT', -30, 0),
  ]);
  expect(moves.get('workshops.support-act-voided')).toEqual([
    move('SUPPORT_ACTS', -1, 0),
    move('MINUTES_OF_SUPPORT', -30, 0),
  ]);
  expect(moves.get('workshops.support-act-recorded')).toEqual([
    move('SUPPORT_ACTS', 0, 1),
    move('MINUTES_OF_SUPPORT', 0, 20),
  ]);
  const now = await asKnown('GR', null);
  expect(now).toEqual({
    figures: [{ value: 2 }],
    closedMonths: [{ month: '2026-03-01', branches: 1, minus: -2, plus: 1 }],
  });
  expect(await asKnown('GR', closedAt)).toEqual({
    figures: [{ value: 3 }],
    closedMonths: [{ month: '2026-03-01', branches: 1, minus: 0, plus: 0 }],
  });
});

const move = (code: string, minus: number, plus: number) => ({ code, minus, plus });

it('turns the pages of corrections without losing or repeating one', async () => {
  await close('RO');
  reporting.clock.set('2026-04-22T10:00:00Z');
  for (let n = 0; n < 5; n++) await reporting.deliver(saleMade('RO'));
  const all = await corrections({ branch: 'RO', month: '2026-03-01' });
  expect(all.items).toHaveLength(5);
  const walked: unknown[] = [];
  let after: string | null = null;
  do {
    const page = await corrections({ branch: 'RO', first: 2, after });
    walked.push(...page.items);
    after = page.endCursor;
  } while (after !== null);
  expect(walked).toEqual(all.items);
});

it('names what was corrected to its own branch, and to others only that it was', async () => {
  await close('BX');
  reporting.clock.set('2026-04-23T10:00:00Z');
  const supportActId = randomUUID();
  await reporting.deliver(actRecorded({ occurredOn: '2026-03-20' }, 'BX', supportActId));
  const subject = { kind: 'SUPPORT_ACT', id: supportActId, supportAct: { id: supportActId } };
  expect((await corrections({ branch: 'BX' }, personas.managerOfBordeaux)).items).toMatchObject([{ subject }]);
  expect((await corrections({ branch: 'BX' }, personas.managerOfLille)).items).toMatchObject([
    { subject: { kind: 'SUPPORT_ACT', id: null, supportAct: null } },
  ]);
  const helper = await reporting.as(personas.helperOfBordeaux).query(CORRECTIONS, { first: 5, branch: 'LY' });
  expect(helper).toBeRefused('FORBIDDEN', 'branches');
});

it('does not close a month that is not over in every zone, or that has no first day of that name', async () => {
  finalUpTo('2026-04-08T08:59:30.000Z');
  expect(await close('LY', '2026-04-01')).toBeRefused('MONTH_NOT_OVER', 'input.month');
  expect(await close('LY', '2026-03-02')).toBeRefused('MONTH_FIRST_DAY', 'input.month');
  expect(await close('ly')).toBeRefused('NOT_FOUND', 'input.branch');
  expect(await close('LY', '2026-03-01', personas.auditor)).toBeRefused('FORBIDDEN');
  expect(await close('LY', '2026-03-01', personas.managerOfBordeaux)).toBeRefused('FORBIDDEN');
});

it('does not close a month while an event of that time waits to be mended', async () => {
  await reporting.tables((tx) =>
    tx.query(
      `INSERT INTO dead_letter (reader, topic, partition, kafka_offset, reason, detail, headers, set_aside_at)
       VALUES ('live', 'workshops.support-acts', 0, 7, 'INVALID', '', '{"recordedat":"2026-03-26T07:30:00.000Z"}', now())`,
    ),
  );
  expect(await close('LY')).toBeRefused('MONTH_NOT_FINAL');
});

it('does not close a month while a source has not said how far it is', async () => {
  const silent = await startForTest(ReportingModule, { now: '2026-04-08T09:00:00.000Z' });
  const reply = await silent
    .as(personas.coordinator)
    .command('closeMonth', { branch: 'LY', month: '2026-03-01' }, 'month');
  await silent.stop();
  expect(reply).toBeRefused('MONTH_NOT_FINAL');
});
