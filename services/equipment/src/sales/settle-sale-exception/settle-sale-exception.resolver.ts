import { Args, Field, InputType, Mutation, Resolver, registerEnumType } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { SaleException } from '../sale-exception.entity.js';
import { type Settlement, SettleSaleException } from './settle-sale-exception.js';

const SettleAs = { SOLD: 'SOLD', GIVEN_BACK: 'GIVEN_BACK' } as const;
type SettleAs = (typeof SettleAs)[keyof typeof SettleAs];
registerEnumType(SettleAs, {
  name: 'SettleAs',
  description: 'Let it stand as a sale, or give the money back and take the goods again.',
});

@InputType({ description: 'How an exception of the till ends, and why.' })
export class SettleSaleExceptionInput implements Settlement {
  @Field(() => Uuid, { description: 'The exception.' })
  id: string;

  @Field(() => SettleAs, { description: 'What it becomes.' })
  as: SettleAs;

  @Field(() => String, { description: 'Why, 3–500 characters.' })
  reason: string;
}

@Resolver()
export class SettleSaleExceptionResolver {
  constructor(private readonly settleSaleException: SettleSaleException) {}

  @Mutation(() => SaleException, {
    name: 'settleSaleException',
    description:
      'Ends an exception of the till. As a sale it stands at the price it was sold for, beyond cap, window or reservation, on its own day or, when that is closed, today; goods that are not there are refused still. Given back, the money leaves today’s till. Refuses NOT_FOUND, EXCEPTION_SETTLED, REASON_REQUIRED, TILL_CLOSED, and of a sale DEVICE_NOT_READY, ALREADY_SOLD, OUT_OF_STOCK.',
  })
  @Allow(Permission.CorrectSales)
  settle(@Args('input') input: SettleSaleExceptionInput, @CurrentActor() actor: Actor): Promise<SaleException> {
    return this.settleSaleException.execute(input, actor);
  }
}
