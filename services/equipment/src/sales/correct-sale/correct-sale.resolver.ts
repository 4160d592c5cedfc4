import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { PaymentInput } from '../payment-input.js';
import { Sale } from '../sale.entity.js';
import { CorrectSale, type SaleCorrection } from './correct-sale.js';

@InputType({ description: 'What was wrong of a sale. For wrong lines or amounts, void it and sell again.' })
export class CorrectSaleInput implements SaleCorrection {
  @Field(() => Uuid, { description: 'The sale.' })
  id: string;

  @Field(() => [PaymentInput], { nullable: true, description: 'How it was really paid; left out = as written.' })
  payments?: PaymentInput[] | null;

  @Field(() => Uuid, { nullable: true, description: 'Who really bought; left out = as written, null = anonymous.' })
  beneficiaryId?: string | null;

  @Field(() => String, { description: 'Why, 3–500 characters.' })
  reason: string;

  @Field(() => Int, { nullable: true, description: 'Version you read; refused when it changed meanwhile.' })
  expectedVersion?: number | null;
}

@Resolver()
export class CorrectSaleResolver {
  constructor(private readonly correctSale: CorrectSale) {}

  @Mutation(() => Sale, {
    name: 'correctSale',
    description:
      'Mends the payments or the buyer of a sale; figures follow. Refuses PAYMENT_MISMATCH, SALE_IS_VOID, NOTHING_TO_CORRECT, REASON_REQUIRED, NOT_YET_KNOWN, CHANGED_MEANWHILE.',
  })
  @Allow(Permission.CorrectSales)
  correct(@Args('input') input: CorrectSaleInput, @CurrentActor() actor: Actor): Promise<Sale> {
    return this.correctSale.execute(input, actor);
  }
}
