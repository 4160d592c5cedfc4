import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BeneficiaryCorrected, type Fact, happened, type PersonClasses, SituationChanged } from '#events';
import { eventually, personas, startForTest, type TestService } from '#testing';
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

const classes: PersonClasses = {
  gender: 'FEMALE',
  ageBand: 'FROM_40_TO_59',
  socialStatus: 'UNEMPLOYED',
  communeCode: '33063',
};
const dropIn = (beneficiaryId: string, occurredAt = '2026-11-25T10:00:00Z') =>
  workshops
    .as(personas.helperOfBordeaux)
    .command('recordDropIn', { minutes: 30, themes: ['EMAIL'], beneficiaryId, occurredAt });

/** The classes the person's acts are counted by, one after the other, as last announced. */
async function counted(beneficiaryId: string): Promise<PersonClasses[]> {
  const acts = new Map<string, PersonClasses>();
  for (const { type, data } of await workshops.published()) {
    const after = data['after'] as { beneficiaryId: string; classes: PersonClasses } | undefined;
    if (type.startsWith('workshops.support-act-') && after?.beneficiaryId === beneficiaryId)
      acts.set(String(data['supportActId']), after.classes);
  }
  return [...acts.values()];
}

function corrected(beneficiaryId: string): Fact {
  const enrolment = {
    kind: 'TRACKED' as const,
    enrolledOn: '2026-01-05',
    orientationSource: 'SELF' as const,
    organisationId: null,
  };
  return happened(BeneficiaryCorrected, {
    branch: 'BX',
    at: workshops.clock.now(),
    data: {
      beneficiaryId,
      occurredOn: '2026-11-26',
      before: { ...enrolment, classes: { ...classes, gender: 'MALE' } },
      after: { ...enrolment, classes },
      history: [{ holdsFrom: '2026-01-05', classes }],
    },
  });
}

/** Connections of this database that wait for another's lock. */
async function waiting(): Promise<number> {
  const [row]: { n: number }[] = await workshops.database.look((tx) =>
    tx.query(
      `SELECT count(DISTINCT w.pid)::int AS n FROM pg_locks w WHERE NOT w.granted AND EXISTS (
         SELECT 1 FROM pg_locks g
         WHERE g.pid = w.pid AND g.database = (SELECT oid FROM pg_database WHERE datname = current_database()))`,
    ),
  );
  return row?.n ?? 0;
}

it('restamps an act that was being recorded by the old classes while the correction came in', async () => {
  const beneficiaryId = await given.person({ gender: 'MALE' });
  let recording: Promise<unknown> = Promise.resolve();
  let correcting: Promise<unknown> = Promise.resolve();
  let passed = false;
  await workshops.tables(async (tx) => {
    // The act has read the classes and waits to be written.
    await tx.query('LOCK TABLE support_act IN SHARE MODE');
    recording = dropIn(beneficiaryId);
    await eventually('an act about to be written', async () => (await waiting()) === 1);
    correcting = workshops.deliver(corrected(beneficiaryId)).then(() => {
      passed = true;
    });
    await eventually('a correction that waits, or has passed by', async () => passed || (await waiting()) === 2);
  });
  await Promise.all([recording, correcting]);
  expect(await counted(beneficiaryId)).toMatchObject([{ gender: 'FEMALE' }]);
});

it('restamps acts on or after the day a situation changed that were recorded before the news came', async () => {
  const beneficiaryId = await given.person({ socialStatus: 'UNEMPLOYED' });
  await dropIn(beneficiaryId, '2026-11-19T10:00:00Z');
  await dropIn(beneficiaryId, '2026-11-20T10:00:00Z');
  await workshops.deliver(
    happened(SituationChanged, {
      branch: 'BX',
      at: workshops.clock.now(),
      data: {
        beneficiaryId,
        holdsFrom: '2026-11-20',
        before: classes,
        after: { ...classes, socialStatus: 'EMPLOYED' },
      },
    }),
  );
  expect((await counted(beneficiaryId)).map(({ socialStatus }) => socialStatus)).toEqual(['UNEMPLOYED', 'EMPLOYED']);
});
