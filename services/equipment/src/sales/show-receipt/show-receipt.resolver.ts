import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Database } from '#persistence';
import { Uuid } from '#runtime';
import { placeOf } from '../../known/known.js';
import { Sale } from '../sale.entity.js';
import { TillFile } from '../till-file.js';
import { receiptPaper } from './receipt-paper.js';

@Resolver()
export class ShowReceiptResolver {
  constructor(private readonly db: Database) {}

  @Query(() => TillFile, {
    name: 'saleReceipt',
    description:
      'The receipt of a sale of your branches as PDF, as the sale now stands; it says nothing of who bought. Refuses NOT_FOUND.',
  })
  @Allow(Permission.ReadSales)
  async receipt(
    @Args('id', { type: () => Uuid, description: 'The sale.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<TillFile> {
    const { sale, place } = await this.db.read(actor, async (tx) => {
      const found = await tx.findOneBy(Sale, { id });
      if (!found) throw NOT_FOUND({ what: 'Vente', whatEn: 'Sale' }, 'id');
      return { sale: found, place: await placeOf(tx, found.branch) };
    });
    const paper = await receiptPaper(sale, place);
    return { name: `recu-${sale.receipt}.pdf`, mediaType: 'application/pdf', base64: paper.toString('base64') };
  }
}
