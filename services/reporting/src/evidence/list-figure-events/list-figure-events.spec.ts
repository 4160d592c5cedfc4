import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Role } from '#access';
import { BeneficiaryEnrolled, type Fact, happened, SessionClosed, SupportActCorrected } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { actFacts, actRecorded, saleMade } from '../../../test/given.js';
import { readerOf } from '../../figures/view.js';
import { ReportingModule } from '../../reporting.module.js';

let reporting: TestService;
beforeAll(async () => {
  reporting = await startForTest(ReportingModule, { now: '2026-03-20T08:00:00.000Z' });
});
afterAll(() => reporting.stop());

interface Event {
  readonly id: string;
  readonly eventType: string;
  readonly occurredOn: string;
  readonly value: number;
  readonly branch: { readonly code: string };
  readonly subject: unknown;
}

const QUERY = `query ($input: FiguresInput!, $of: FigureCode!, $first: Int!, $after: String) { figures(input: $input) {
  figures(of: [$of]) { value }
  events(of: $of, first: $first, after: $after) { endCursor
    items { id eventType occurredOn value branch { code } subject { kind id sale { id } device { id } } } } } }`;

/** All events of a figure, page by page, and the figure itself. */
async function walk(of: string, input: Record<string, unknown> = {}, first = 3, who = personas.coordinator) {
  const events: Event[] = [];
  let after: string | null = null;
  let value: number | null = null;
  do {
    const reply = await reporting
      .as(who)
      .query(QUERY, { input: { from: '2026-01-01', to: '2026-12-31', ...input }, of, first, after });
    if (!reply.data) throw new Error(JSON.stringify(reply));
    const { figures, events: page } = reply.data['figures'] as {
      figures: [{ value: number }];
      events: { items: Event[]; endCursor: string | null };
    };
    value = figures[0].value;
    events.push(...page.items);
    after = page.endCursor;
  } while (after !== null);
  return { value, events, sum: events.reduce((sum, event) => sum + event.value, 0) };
}

it('walks from a figure of the network or of a branch to all events that make it, and to no other', async () => {
  const before = actFacts({ occurredOn: '2026-03-10', themes: ['EMAIL'] });
  const supportActId = randomUUID();
  await reporting.deliver(
    actRecorded(before, 'LY', supportActId),
    ...['BX', 'LY', 'BX', 'GR'].map((branch) => actRecorded({ themes: ['HEALTH'] }, branch)),
  );
  reporting.clock.set('2026-03-21T08:00:00.000Z');
  await reporting.deliver(
    happened(SupportActCorrected, {
      branch: 'LY',
      at: new Date(),
      data: { supportActId, before, after: { ...before, themes: ['HEALTH'] } },
    }),
    saleMade('BX'),
  );
  const network = await walk('SUPPORT_ACTS');
  expect(network.value).toBe(6);
  expect(network.sum).toBe(6);
  expect(network.events).toHaveLength(8);
  expect(new Set(network.events.map(({ id }) => id)).size).toBe(8);
  // Branch after branch.
  expect(network.events.map(({ branch }) => branch.code).join()).toBe('BX,BX,BX,GR,LY,LY,LY,LY');
  expect(await walk('SUPPORT_ACTS', { branches: ['LY'] })).toMatchObject({ value: 2, sum: 2 });
  expect(await walk('SUPPORT_ACTS', { themes: ['HEALTH'] })).toMatchObject({ value: 5, sum: 5 });
  expect(await walk('SUPPORT_ACTS', { themes: ['HEALTH'], asOf: '2026-03-20T12:00:00Z' })).toMatchObject({
    value: 4,
    sum: 4,
  });
  for (const code of ['TAKINGS', 'DEVICES_SOLD', 'ARTICLES_SOLD', 'MARKET_VALUE', 'MINUTES_OF_SUPPORT']) {
    const { value, sum } = await walk(code);
    expect([code, sum]).toEqual([code, value]);
  }
  expect((await walk('DEVICES_SOLD')).events).toHaveLength(1);
});

it('shows the acts behind unique people, and the people expected and seen behind a rate', async () => {
  await reporting.deliver(
    actRecorded({ beneficiaryId: null, occurredOn: '2025-03-01' }, 'MA'),
    actRecorded({ occurredOn: '2025-03-02' }, 'MA'),
    happened(SessionClosed, {
      branch: 'MA',
      at: new Date(),
      data: { sessionId: randomUUID(), occurredOn: '2025-03-03', seats: 8, enrolled: 4, seen: 3, minutes: 90 },
    }),
  );
  const year = { from: '2025-01-01', to: '2025-12-31' };
  expect((await walk('UNIQUE_PEOPLE', year)).events).toMatchObject([{ occurredOn: '2025-03-02', value: 1 }]);
  const rate = await walk('ATTENDANCE_RATE', year);
  expect(rate.value).toBe(0.75);
  expect(rate.events.map(({ value }) => value)).toEqual([4, 3]);
});

it('names the subject to its branch only, and shows a helper the events of their branch', async () => {
  const saleId = randomUUID();
  await reporting.deliver(saleMade('LI', saleId));
  const of = async (who: (typeof personas)['coordinator'] | (typeof personas)['managerOfLille']) =>
    (await walk('TAKINGS', { branches: ['LI'] }, 50, who)).events.map(({ subject }) => subject);
  expect(await of(personas.managerOfLille)).toEqual([{ kind: 'SALE', id: saleId, sale: { id: saleId }, device: null }]);
  expect(await of(personas.managerOfBordeaux)).toEqual([{ kind: 'SALE', id: null, sale: null, device: null }]);
  const { events } = await walk('TAKINGS', {}, 50, personas.helperOfBordeaux);
  expect([...new Set(events.map(({ branch }) => branch.code))]).toEqual(['BX']);
});

function enrolled(branch: string): Fact {
  const { classes } = actFacts();
  const after = {
    kind: 'TRACKED' as const,
    enrolledOn: '2026-03-01',
    orientationSource: 'SELF' as const,
    organisationId: null,
    classes,
  };
  const data = { beneficiaryId: randomUUID(), occurredOn: '2026-03-01', after };
  return happened(BeneficiaryEnrolled, { branch, at: new Date('2026-03-01T10:00:00Z'), data });
}

it('is kept from naming subjects elsewhere, and persons to who reads none, by the database itself', async () => {
  await reporting.deliver(saleMade('BX'), saleMade('LY'));
  const named = (role: Role, branches: string[]): Promise<{ branch: string; person: boolean }[]> =>
    reporting.database.read(readerOf({ subject: 'somebody', role, branches, correlationId: 'known' }), (tx) =>
      tx.query(`SELECT DISTINCT branch, id LIKE 'beneficiaries.%' AS person FROM reporting.delta
                JOIN event_type_number ON no = type_no WHERE subject IS NOT NULL ORDER BY 1, 2`),
    );
  expect(await named('BRANCH_MANAGER', ['BX'])).toEqual([{ branch: 'BX', person: false }]);
  expect(await named('AUDITOR', ['*'])).not.toContainEqual({ branch: 'BX', person: true });
  await reporting.deliver(enrolled('BX'), enrolled('LY'));
  expect(await named('BRANCH_MANAGER', ['BX'])).toContainEqual({ branch: 'BX', person: true });
  expect(await named('AUDITOR', ['*'])).not.toContainEqual({ branch: 'BX', person: true });
  expect(await named('AUDITOR', ['*'])).toContainEqual({ branch: 'LY', person: false });
});

it('refuses a cursor that is not its own', async () => {
  const reply = await reporting.as(personas.coordinator).query(QUERY, {
    input: { from: '2026-01-01', to: '2026-12-31' },
    of: 'SUPPORT_ACTS',
    first: 3,
    after: 'bm8',
  });
  expect(reply).toBeRefused('INVALID_CURSOR', 'after');
});
