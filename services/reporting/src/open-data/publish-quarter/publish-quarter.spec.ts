import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { BranchOpened, happened } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { actRecorded } from '../../../test/given.js';
import { Freshness } from '../../freshness/freshness.js';
import { ReportingModule } from '../../reporting.module.js';

let reporting: TestService;
beforeAll(async () => {
  reporting = await startForTest(ReportingModule);
  await reporting.deliver(...(['BX', 'CR', 'SD'] as const).map(opened));
  await reporting.deliver(...acts('BX', 17, 'FEMALE'), ...acts('BX', 4, 'MALE'), ...acts('BX', 12, 'NOT_STATED'));
  await reporting.deliver(...acts('CR', 24, 'FEMALE'), ...acts('SD', 33, 'MALE'), ...acts('SD', 13, 'FEMALE'));
});
afterAll(() => reporting.stop());
beforeEach(() => {
  reporting.clock.set('2026-04-20T09:00:00.000Z');
  finalUpTo('2026-04-20T08:59:30.000Z');
});

const COMMUNES = { BX: '33063', CR: '94028', SD: '93066' } as const;
function opened(branch: keyof typeof COMMUNES) {
  const after = {
    city: branch,
    communeCode: COMMUNES[branch],
    zone: 'Europe/Paris',
    latitude: 46,
    longitude: 2,
    state: 'OPEN' as const,
  };
  return happened(BranchOpened, { branch, at: new Date(), data: { branch, openedOn: '2013-01-01', after } });
}

const acts = (branch: string, count: number, gender: 'FEMALE' | 'MALE' | 'NOT_STATED') =>
  Array.from({ length: count }, () =>
    actRecorded(
      { classes: { gender, ageBand: 'FROM_40_TO_59', socialStatus: 'UNEMPLOYED', communeCode: '33063' } },
      branch,
    ),
  );

function finalUpTo(instant: string): void {
  for (const source of ['beneficiaries', 'workshops', 'equipment'])
    reporting.app.get(Freshness).heard({ source, drainedUpTo: instant, finalUpTo: instant, positions: {} });
}

const publish = (quarter: string, who = personas.coordinator) =>
  reporting.as(who).command('publishQuarter', { quarter }, 'quarter startsOn endsOn frozenAt');

interface Published {
  readonly indicator: string;
  readonly territory: string;
  readonly dimension: string;
  readonly member: string;
  readonly value: number | null;
}
async function publishedActs(quarter: string): Promise<Record<string, number | null>> {
  const { data } = await reporting
    .as(personas.helperOfBordeaux)
    .query(
      'query ($quarter: String!) { publishedFigures(quarter: $quarter) { indicator territory dimension member value } }',
      {
        quarter,
      },
    );
  const rows = data?.['publishedFigures'] as Published[];
  return Object.fromEntries(
    rows
      .filter(({ indicator }) => indicator === 'SUPPORT_ACTS')
      .map(({ territory, dimension, member, value }) => [`${territory}/${dimension}/${member}`, value]),
  );
}

it('freezes a quarter once, rounded, with small numbers hidden and regions added up, and announces it', async () => {
  expect((await publish('2026-T1')).data).toEqual({
    publishQuarter: {
      quarter: '2026-T1',
      startsOn: '2026-01-01',
      endsOn: '2026-03-31',
      frozenAt: '2026-04-20T09:00:00.000Z',
    },
  });
  const frozen = await publishedActs('2026-T1');
  expect(frozen).toMatchObject({
    'FR/TOTAL/TOTAL': 105,
    'BX/TOTAL/TOTAL': 35,
    'REG-11/TOTAL/TOTAL': 70,
    'BX/GENDER/MALE': null,
    'BX/THEME/EMAIL': 35,
    'FR/AGE_BAND/FROM_40_TO_59': 105,
  });
  expect(await reporting.published()).toContainEqual(
    expect.objectContaining({
      type: 'reporting.quarter-published',
      data: expect.objectContaining({ quarter: '2026-T1' }),
    }),
  );
  expect(await publish('2026-T1')).toBeRefused('QUARTER_PUBLISHED_ALREADY', 'input.quarter');
  // What is learned later changes nothing that has left.
  await reporting.deliver(...acts('BX', 40, 'MALE'));
  expect(await publishedActs('2026-T1')).toEqual(frozen);
});

it('lists what was published, newest first', async () => {
  reporting.clock.set('2026-07-20T09:00:00.000Z');
  finalUpTo('2026-07-20T08:59:30.000Z');
  await publish('2026-T2');
  const { data } = await reporting.as(personas.prescriberOfBordeaux).query('{ publishedQuarters { quarter } }');
  expect(data).toEqual({ publishedQuarters: [{ quarter: '2026-T2' }, { quarter: '2026-T1' }] });
});

it('refuses a quarter that may still change, one that is none, and whoever may not publish', async () => {
  expect(await publish('2026-T5')).toBeRefused('NO_SUCH_QUARTER', 'input.quarter');
  reporting.clock.set('2026-04-15T22:00:00.000Z');
  expect(await publish('2026-T1')).toBeRefused('QUARTER_NOT_SETTLED', 'input.quarter');
  expect(await publish('2025-T4', personas.managerOfLille)).toBeRefused('FORBIDDEN');
});
