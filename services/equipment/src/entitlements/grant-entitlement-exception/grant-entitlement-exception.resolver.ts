import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { LocalDateScalar, Uuid } from '#runtime';
import { EntitlementException } from '../entitlement-acts.entity.js';
import { type ExceptionWish, GrantEntitlementException } from './grant-entitlement-exception.js';

@InputType({ description: 'What the coordination allows a person beyond the cap, in one month.' })
export class GrantEntitlementExceptionInput implements ExceptionWish {
  @Field(() => String, { description: 'Branch where it will be used: its clock says which month it is.' })
  branch: string;

  @Field(() => Uuid, { description: 'The person.' })
  beneficiaryId: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day of the month it is for: this one, as when left out, or the next.',
  })
  month?: string | null;

  @Field(() => Int, { description: 'How much beyond the cap, in cents; 0 only opens a right that has ended.' })
  cents: number;

  @Field(() => String, { description: 'Why, 3–500 characters.' })
  reason: string;
}

@Resolver()
export class GrantEntitlementExceptionResolver {
  constructor(private readonly grantEntitlementException: GrantEntitlementException) {}

  @Mutation(() => EntitlementException, {
    name: 'grantEntitlementException',
    description:
      'Widens a person’s right to buy connectivity for a month, even one that has ended. Refuses REASON_REQUIRED, EXCEPTION_MONTH, MONEY_OUT_OF_RANGE, NOT_YET_KNOWN.',
  })
  @Allow(Permission.OverrideEntitlements)
  grant(
    @Args('input') input: GrantEntitlementExceptionInput,
    @CurrentActor() actor: Actor,
  ): Promise<EntitlementException> {
    return this.grantEntitlementException.execute(input, actor);
  }
}
