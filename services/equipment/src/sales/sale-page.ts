import { ObjectType } from '@nestjs/graphql';
import type { CursorKey } from '#persistence';
import { pageTypeOf } from '#runtime';
import { Sale } from './sale.entity.js';

@ObjectType({ description: 'A page of sales.' })
export class SalePage extends pageTypeOf(Sale, 'SalePageRows') {}

/** Where a sale stands in a list from newest to oldest. */
export function cursorOf(sale: Sale): CursorKey {
  return [sale.occurredAt.toISOString(), sale.id];
}
