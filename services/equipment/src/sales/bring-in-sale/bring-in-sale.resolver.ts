import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { DateTime, Uuid } from '#runtime';
import { PaymentInput } from '../payment-input.js';
import { SaleException } from '../sale-exception.entity.js';
import { SaleLineInput } from '../sale-line-input.js';
import { BringInSale, type KeptSale } from './bring-in-sale.js';

@InputType({ description: 'A device by its tag, or a quantity of an article, with what one was sold for.' })
export class KeptLineInput extends SaleLineInput {
  @Field(() => Int, { description: 'What one was sold for, in cents.' })
  unitCents: number;
}

@InputType({ description: 'A sale that a till kept without a network, as it happened.' })
export class BringInSaleInput implements KeptSale {
  @Field(() => String, { nullable: true, description: 'Branch that sold; yours when you have one only.' })
  branch?: string | null;

  @Field(() => [KeptLineInput], { description: 'What was sold, 1–50 lines.' })
  lines: KeptLineInput[];

  @Field(() => [PaymentInput], { description: 'How it was paid; adds up to the lines.' })
  payments: PaymentInput[];

  @Field(() => Uuid, { nullable: true, description: 'The buyer; left out for an anonymous sale.' })
  beneficiaryId?: string | null;

  @Field(() => DateTime, { description: 'When it was sold.' })
  occurredAt: Date;
}

@Resolver()
export class BringInSaleResolver {
  constructor(private readonly bringInSale: BringInSale) {}

  @Mutation(() => SaleException, {
    name: 'bringInSale',
    description:
      'Records a sale that already happened without the network and that makeSale refused. What still is refused becomes an exception to settle, with its reason, and what was taken is in the till’s day. Refuses only what no till can have sold: NO_LINES, LINE_MALFORMED, TAG_MALFORMED, QUANTITY_OUT_OF_RANGE, MONEY_OUT_OF_RANGE, PAYMENT_MISMATCH.',
  })
  @Allow(Permission.Sell)
  bringIn(@Args('input') input: BringInSaleInput, @CurrentActor() actor: Actor): Promise<SaleException> {
    return this.bringInSale.execute(input, actor);
  }
}
