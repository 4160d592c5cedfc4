import { Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database } from '#persistence';
import { HelperRate } from '../helper-rate.entity.js';

const MOST = 50;

@Resolver()
export class ListHelperRatesResolver {
  constructor(private readonly db: Database) {}

  @Query(() => [HelperRate], {
    name: 'helperRates',
    description: 'At what an hour of helpers is valued, newest period first, at most 50.',
  })
  @Allow(Permission.ReadTariff)
  list(@CurrentActor() actor: Actor): Promise<HelperRate[]> {
    return this.db.read(actor, (tx) => tx.find(HelperRate, { order: { validFrom: 'DESC' }, take: MOST }));
  }
}
