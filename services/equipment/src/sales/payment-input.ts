import { Field, InputType, Int } from '@nestjs/graphql';
import type { PaymentKind } from '#events';
import { GraphQLVocabulary } from '#runtime';
import type { Payment } from './sale-line.js';

@InputType({ description: 'A part of what is paid.' })
export class PaymentInput implements Payment {
  @Field(() => GraphQLVocabulary.PaymentKind, { description: 'How it is paid.' })
  kind: PaymentKind;

  @Field(() => Int, { description: 'How much, in cents.' })
  cents: number;
}
