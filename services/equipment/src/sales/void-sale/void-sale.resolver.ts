import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Sale } from '../sale.entity.js';
import { type SaleVoid, VoidSale } from './void-sale.js';

@InputType({ description: 'A sale to take back.' })
export class VoidSaleInput implements SaleVoid {
  @Field(() => Uuid, { description: 'The sale.' })
  id: string;

  @Field(() => String, { description: 'Why, 3–500 characters.' })
  reason: string;

  @Field(() => Int, { nullable: true, description: 'Version you read; refused when it changed meanwhile.' })
  expectedVersion?: number | null;
}

@Resolver()
export class VoidSaleResolver {
  constructor(private readonly voidSale: VoidSale) {}

  @Mutation(() => Sale, {
    name: 'voidSale',
    description:
      'Takes a sale back: its devices are ready again, its articles back in stock. Refuses SALE_IS_VOID, SALE_HAS_RETURNS, SIM_WAS_ACTIVATED, REASON_REQUIRED, CHANGED_MEANWHILE.',
  })
  @Allow(Permission.CorrectSales)
  void(@Args('input') input: VoidSaleInput, @CurrentActor() actor: Actor): Promise<Sale> {
    return this.voidSale.execute(input, actor);
  }
}
