import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BeneficiaryCorrected, type Fact, happened, type PersonClasses } from '#events';
import { eventually, personas, startForTest, type TestService } from '#testing';
import { CLASSES, givenIn } from '../../../test/given.js';
import { EquipmentModule } from '../../equipment.module.js';

let equipment: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  equipment = await startForTest(EquipmentModule);
  given = givenIn(equipment);
  await given.branches();
});
afterAll(() => equipment.stop());

function corrected(beneficiaryId: string): Fact {
  const enrolment = {
    kind: 'TRACKED' as const,
    enrolledOn: '2026-09-01',
    orientationSource: 'SELF' as const,
    organisationId: null,
  };
  return happened(BeneficiaryCorrected, {
    branch: 'BX',
    at: equipment.clock.now(),
    data: {
      beneficiaryId,
      occurredOn: '2026-11-26',
      before: { ...enrolment, classes: { ...CLASSES, gender: 'MALE' } },
      after: { ...enrolment, classes: CLASSES },
      history: [{ holdsFrom: '2026-09-01', classes: CLASSES }],
    },
  });
}

/** Connections of this database that wait for another's lock. */
async function waiting(): Promise<number> {
  const [row]: { n: number }[] = await equipment.database.look((tx) =>
    tx.query(
      `SELECT count(DISTINCT w.pid)::int AS n FROM pg_locks w WHERE NOT w.granted AND EXISTS (
         SELECT 1 FROM pg_locks g
         WHERE g.pid = w.pid AND g.database = (SELECT oid FROM pg_database WHERE datname = current_database()))`,
    ),
  );
  return row?.n ?? 0;
}

it('restamps a sale that was being made by the old classes while the correction came in', async () => {
  const articleId = await given.article(3);
  const beneficiaryId = await given.person('2026-09-01', { ...CLASSES, gender: 'MALE' });
  let selling: Promise<unknown> = Promise.resolve();
  let correcting: Promise<unknown> = Promise.resolve();
  let passed = false;
  await equipment.tables(async (tx) => {
    // The sale has read the classes and waits to be written.
    await tx.query('LOCK TABLE sale IN SHARE MODE');
    selling = equipment.as(personas.helperOfBordeaux).command('makeSale', {
      lines: [{ articleId, quantity: 1 }],
      payments: [{ kind: 'CASH', cents: 500 }],
      beneficiaryId,
    });
    await eventually('a sale about to be written', async () => (await waiting()) === 1);
    correcting = equipment.deliver(corrected(beneficiaryId)).then(() => {
      passed = true;
    });
    await eventually('a correction that waits, or has passed by', async () => passed || (await waiting()) === 2);
  });
  await Promise.all([selling, correcting]);
  const sale = (await equipment.published()).findLast(({ type }) => type.startsWith('equipment.sale-'));
  const { classes } = sale?.data['after'] as { classes: PersonClasses };
  expect(classes.gender).toBe('FEMALE');
});
