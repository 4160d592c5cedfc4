import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BeneficiaryErased, happened } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../../test/given.js';
import { EquipmentModule } from '../../equipment.module.js';

let equipment: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  equipment = await startForTest(EquipmentModule);
  given = givenIn(equipment);
  await given.branches();
});
afterAll(() => equipment.stop());

it('lets go of classes and written reasons, keeps the sale as it was counted, and sells to nobody new under that id', async () => {
  const articleId = await given.article(3);
  const beneficiaryId = await given.person();
  const basket = { lines: [{ articleId, quantity: 1 }], payments: [{ kind: 'CASH', cents: 500 }], beneficiaryId };
  const { id } = await given.sale(basket);
  const manager = equipment.as(personas.managerOfBordeaux);
  await manager.command('correctSale', { id, payments: [{ kind: 'CARD', cents: 500 }], reason: 'motif secret' });
  const sale = () => equipment.tables((tx) => tx.query('SELECT * FROM sale WHERE id = $1', [id]));
  const before: unknown = await sale();
  const announced = (await equipment.published()).length;
  await equipment.deliver(
    happened(BeneficiaryErased, {
      branch: 'BX',
      at: equipment.clock.now(),
      data: { beneficiaryId, occurredOn: '2026-11-26', ground: 'OBJECTION' },
    }),
  );
  expect(await sale()).toEqual(before);
  const rest: unknown = await equipment.tables((tx) =>
    tx.query(
      `SELECT (SELECT count(*)::int FROM person_class WHERE beneficiary_id = $1) AS classes,
              (SELECT string_agg(reason, ' ') FROM correction WHERE subject_id = $2) AS reasons`,
      [beneficiaryId, id],
    ),
  );
  expect(rest).toEqual([{ classes: 0, reasons: '' }]);
  expect((await equipment.published()).slice(announced)).toMatchObject([
    { type: 'equipment.person-purged', branch: 'BX', data: { beneficiaryId } },
  ]);
  const anew = await equipment.as(personas.helperOfBordeaux).command('makeSale', basket);
  expect(anew).toBeRefused('NOT_YET_KNOWN');
});
