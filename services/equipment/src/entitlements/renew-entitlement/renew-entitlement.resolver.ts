import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { EntitlementRenewal } from '../entitlement-acts.entity.js';
import { type Renewal, RenewEntitlement } from './renew-entitlement.js';

@InputType({ description: 'Whose right to buy goes on for another period.' })
export class RenewEntitlementInput implements Renewal {
  @Field(() => String, { nullable: true, description: 'Branch that renews; yours when you have one only.' })
  branch?: string | null;

  @Field(() => Uuid, { description: 'The person.' })
  beneficiaryId: string;
}

@Resolver()
export class RenewEntitlementResolver {
  constructor(private readonly renewEntitlement: RenewEntitlement) {}

  @Mutation(() => EntitlementRenewal, {
    name: 'renewEntitlement',
    description: 'Lets a right to buy connectivity go on for another period. Refuses NOT_RENEWABLE, NOT_YET_KNOWN.',
  })
  @Allow(Permission.RenewEntitlements)
  renew(@Args('input') input: RenewEntitlementInput, @CurrentActor() actor: Actor): Promise<EntitlementRenewal> {
    return this.renewEntitlement.execute(input, actor);
  }
}
