import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { PaymentInput } from '../payment-input.js';
import { Sale } from '../sale.entity.js';
import type { LineWish } from '../sell-lines.js';
import { MakeSale, type Till } from './make-sale.js';

@InputType({ description: 'A device by its tag, or a quantity of an article.' })
export class SaleLineInput implements LineWish {
  @Field(() => String, { nullable: true, description: 'Tag of the device, as scanned.' })
  tag?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The article.' })
  articleId?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many of the article; 1 when left out.' })
  quantity?: number | null;
}

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
}

@Resolver()
export class MakeSaleResolver {
  constructor(private readonly makeSale: MakeSale) {}

  @Mutation(() => Sale, {
    name: 'makeSale',
    description:
      'Sells devices at the tariff in force today and counted articles, in one receipt. Refuses NO_LINES, LINE_MALFORMED, LINE_TWICE, TAG_MALFORMED, DEVICE_NOT_READY, ALREADY_SOLD, RESERVED_FOR_ANOTHER, NO_TARIFF, OUT_OF_STOCK, WINDOW_ENDED, CAP_PASSED, QUANTITY_OUT_OF_RANGE, PAYMENT_MISMATCH, NOT_YET_KNOWN, TILL_CLOSED.',
  })
  @Allow(Permission.Sell)
  make(@Args('input') input: MakeSaleInput, @CurrentActor() actor: Actor): Promise<Sale> {
    return this.makeSale.execute(input, actor);
  }
}
