import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { DateTime, Uuid } from '#runtime';
import { PaymentInput } from '../payment-input.js';
import { Sale } from '../sale.entity.js';
import { SaleLineInput } from '../sale-line-input.js';
import { MakeSale, type Till } from './make-sale.js';

@InputType({ description: 'What is sold, to whom, and how it is paid.' })
export class MakeSaleInput implements Till {
  @Field(() => String, { nullable: true, description: 'Branch that sells; yours when you have one only.' })
  branch?: string | null;

  @Field(() => [SaleLineInput], { description: 'What is sold, 1–50 lines.' })
  lines: SaleLineInput[];

  @Field(() => [PaymentInput], { description: 'How it is paid; adds up to the total, which the tariff gives.' })
  payments: PaymentInput[];

  @Field(() => Uuid, { nullable: true, description: 'The buyer; left out for an anonymous sale.' })
  beneficiaryId?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was sold, for a till that kept it without a network: a month ago at most; now when left out.',
  })
  occurredAt?: Date | null;
}

@Resolver()
export class MakeSaleResolver {
  constructor(private readonly makeSale: MakeSale) {}

  @Mutation(() => Sale, {
    name: 'makeSale',
    description:
      'Sells devices at the tariff in force on the day and counted articles, in one receipt. Refuses NO_LINES, LINE_MALFORMED, LINE_TWICE, TAG_MALFORMED, DEVICE_NOT_READY, ALREADY_SOLD, RESERVED_FOR_ANOTHER, NO_TARIFF, OUT_OF_STOCK, WINDOW_ENDED, CAP_PASSED, QUANTITY_OUT_OF_RANGE, PAYMENT_MISMATCH, NOT_YET_KNOWN, TILL_CLOSED, SALE_TIME.',
  })
  @Allow(Permission.Sell)
  make(@Args('input') input: MakeSaleInput, @CurrentActor() actor: Actor): Promise<Sale> {
    return this.makeSale.execute(input, actor);
  }
}
