import type { EquipmentType, Grade } from '#events';
import type { Tx } from '#persistence';
import { Tariff } from './tariff.entity.js';

/** The tariffs that hold on a day. */
export function tariffsInForce(tx: Tx, day: string): Promise<Tariff[]> {
  return tx
    .createQueryBuilder(Tariff, 't')
    .where('t.valid_from <= :day AND (t.valid_until IS NULL OR t.valid_until > :day)', { day })
    .orderBy('t.type')
    .addOrderBy('t.grade')
    .getMany();
}

/** Of these, the one for this kind and grade; there is never more than one. */
export function priceOf(inForce: readonly Tariff[], type: EquipmentType, grade: Grade): Tariff | null {
  return inForce.find((tariff) => tariff.type === type && tariff.grade === grade) ?? null;
}
