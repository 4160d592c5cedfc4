import { Args, Context, Field, InputType, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database } from '#persistence';
import { loaderOf, type RequestContext, Uuid } from '#runtime';
import { Sale } from '../../sales/sale.entity.js';
import { SimActivation } from '../sim-activation.entity.js';
import { ActivateSim, type SimCard } from './activate-sim.js';

@InputType({ description: 'A SIM card of a sale, by the number printed on it.' })
export class ActivateSimInput implements SimCard {
  @Field(() => Uuid, { description: 'The sale.' })
  id: string;

  @Field(() => String, { description: 'Number of the card (ICCID): 19 or 20 digits.' })
  iccid: string;
}

@Resolver(() => Sale)
export class ActivateSimResolver {
  constructor(
    private readonly activateSim: ActivateSim,
    private readonly db: Database,
  ) {}

  @Mutation(() => Sale, {
    name: 'activateSim',
    description:
      'Notes that a SIM card of a sale was activated: once in the whole network, and no more cards than were sold. Its number is not kept, only a fingerprint and its last four digits. Refuses NOT_FOUND, SALE_IS_VOID, NO_SIM_LEFT, ICCID_MALFORMED, SIM_ACTIVATED_ALREADY.',
  })
  @Allow(Permission.Sell)
  activate(@Args('input') input: ActivateSimInput, @CurrentActor() actor: Actor): Promise<Sale> {
    return this.activateSim.execute(input, actor);
  }

  @ResolveField(() => [SimActivation], { name: 'simActivations', description: 'SIM cards of it that were activated.' })
  @Allow(Permission.ReadSales)
  activations(@Parent() sale: Sale, @Context() context: RequestContext): Promise<SimActivation[]> {
    const load = (ids: readonly string[]) =>
      this.db.read(context.actor, async (tx) => {
        const found = await tx
          .createQueryBuilder(SimActivation, 's')
          .where('s.sale_id = ANY (:ids)', { ids: [...ids] })
          .orderBy('s.activated_at')
          .getMany();
        return Map.groupBy(found, (one) => one.saleId);
      });
    return loaderOf<SimActivation[]>(context, 'activations of sale', load, []).load(sale.id);
  }
}
