import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { PaymentInput } from '../payment-input.js';
import { Sale } from '../sale.entity.js';
import { type Refund, RefundSale, type ReturnedLine } from './refund-sale.js';

@InputType({ description: 'What comes back of a sale: one device by its tag, or a quantity of one article.' })
export class ReturnedLineInput implements ReturnedLine {
  @Field(() => String, { nullable: true, description: 'Tag of the device.' })
  tag?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The article.' })
  articleId?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many come back; 1 when left out.' })
  quantity?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether an article can be sold again; true when left out. A device is refurbished first.',
  })
  restock?: boolean | null;
}

@InputType({ description: 'Goods of a sale that are paid back.' })
export class RefundSaleInput implements Refund {
  @Field(() => Uuid, { description: 'The sale.' })
  id: string;

  @Field(() => [ReturnedLineInput], { description: 'What comes back, 1–50 lines.' })
  lines: ReturnedLineInput[];

  @Field(() => [PaymentInput], { description: 'How it is paid back; adds up to what was paid for these goods.' })
  payments: PaymentInput[];

  @Field(() => String, { description: 'Why, 3–500 characters.' })
  reason: string;

  @Field(() => Int, { nullable: true, description: 'Version you read; refused when it changed meanwhile.' })
  expectedVersion?: number | null;
}

@Resolver()
export class RefundSaleResolver {
  constructor(private readonly refundSale: RefundSale) {}

  @Mutation(() => Sale, {
    name: 'refundSale',
    description:
      'Pays goods of a sale back, all or a part, today: the day of the sale keeps its figures, today’s till and figures go down; a device is refurbished, the right to buy connectivity is given back. Refuses SALE_IS_VOID, TILL_CLOSED, NO_LINES, LINE_MALFORMED, LINE_TWICE, NOT_IN_SALE, PAYMENT_MISMATCH, REFUND_BEYOND_PAID, SIM_WAS_ACTIVATED, REASON_REQUIRED, CHANGED_MEANWHILE.',
  })
  @Allow(Permission.CorrectSales)
  refund(@Args('input') input: RefundSaleInput, @CurrentActor() actor: Actor): Promise<Sale> {
    return this.refundSale.execute(input, actor);
  }
}
