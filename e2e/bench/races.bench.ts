import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { EquipmentModule } from '../../services/equipment/src/equipment.module.js';
import { givenIn } from '../../services/equipment/test/given.js';

const RACES = Number(process.env['RACES'] ?? 10_000);
const CENTS = 7_000;
/** So many devices wait to be sold at a time. */
const SHELF = 50;

let equipment: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  equipment = await startForTest(EquipmentModule);
  given = givenIn(equipment);
  await given.branches();
  await given.tariff();
});
afterAll(() => equipment.stop());

/** Two tills of the branch, one of another branch that has read the tag somewhere, and at times somebody who puts it aside. */
async function race({ id, tag }: { id: string; tag: string }, reserved: boolean): Promise<number> {
  const sell = { lines: [{ tag }], payments: [{ kind: 'CASH', cents: CENTS }] };
  const replies = await Promise.all([
    equipment.as(personas.helperOfBordeaux).command('makeSale', sell),
    equipment.as(personas.managerOfLille).command('makeSale', sell),
    equipment.as(personas.managerOfBordeaux).command('makeSale', sell),
    ...(reserved
      ? [equipment.as(personas.managerOfBordeaux).command('moveDevice', { id, state: 'NOT_REUSABLE' })]
      : []),
  ]);
  const [first, elsewhere, second] = replies;
  expect(elsewhere?.errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  return [first, second].filter((reply) => !reply?.errors).length;
}

it(`R13: no device is sold twice in ${RACES} races from two branches`, async () => {
  const sold = new Map<number, number>();
  for (let done = 0; done < RACES; done += SHELF) {
    const shelf = await Promise.all(Array.from({ length: Math.min(SHELF, RACES - done) }, () => given.readyDevice()));
    for (const [n, device] of shelf.entries()) {
      const sales = await race(device, n % 5 === 0);
      sold.set(sales, (sold.get(sales) ?? 0) + 1);
    }
  }
  const [told] = await equipment.tables((tx) =>
    tx.query(
      `SELECT count(*)::int AS sales, count(DISTINCT lines->0->>'label')::int AS devices, coalesce(sum(total_cents), 0)::int AS cents,
              (SELECT count(*)::int FROM device WHERE state = 'DISTRIBUTED') AS distributed,
              (SELECT count(*)::int FROM (SELECT device_id FROM device_step WHERE after = 'DISTRIBUTED' GROUP BY device_id HAVING count(*) > 1) AS twice) AS twice
       FROM sale WHERE state = 'MADE'`,
    ),
  );
  const once = sold.get(1) ?? 0;
  process.stderr.write(
    `R13: ${RACES} races, ${once} sold once, ${sold.get(0) ?? 0} put aside first, ${sold.get(2) ?? 0} sold twice\n`,
  );
  expect([...sold.keys()].every((sales) => sales <= 1)).toBe(true);
  expect(told).toEqual({ sales: once, devices: once, cents: once * CENTS, distributed: once, twice: 0 });
});
