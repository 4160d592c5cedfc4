import { Args, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Clock, Database } from '#persistence';
import { LocalDateScalar, Uuid } from '#runtime';
import { momentIn } from '../../known/known.js';
import { type Decision, decide, EntitlementRule } from '../entitlement-rule.js';
import { historyOf } from '../use-entitlement.js';

/** What a person may still buy, and why. */
@ObjectType({ description: 'What connectivity a person may still buy, and why.' })
export class Entitlement implements Decision {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day of the right; null until the first purchase.',
  })
  openedOn: string | null;

  @Field(() => LocalDateScalar, { description: 'Last day of it, this one included.' })
  lastDay: string;

  @Field(() => Boolean, { description: 'Whether connectivity can be bought today at all.' })
  open: boolean;

  @Field(() => Int, { description: 'How many times it may still be renewed.' })
  renewalsLeft: number;

  @Field(() => Int, { description: 'What may be bought this month, exceptions included, in cents.' })
  capCents: number;

  @Field(() => Int, { description: 'What was bought this month, in whatever branch, in cents.' })
  spentCents: number;

  @Field(() => Int, { description: 'What is left of it, in cents.' })
  leftCents: number;

  @Field(() => LocalDateScalar, { description: 'First day of the next month, when the cap begins anew.' })
  anewOn: string;
}

@Resolver()
export class ShowEntitlementResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly rule: EntitlementRule,
  ) {}

  @Query(() => Entitlement, {
    name: 'entitlement',
    description: 'What connectivity a person may still buy today, where the branch is. Refuses NOT_YET_KNOWN.',
  })
  @Allow(Permission.ReadSales)
  show(
    @Args('beneficiaryId', { type: () => Uuid, description: 'The person.' }) beneficiaryId: string,
    @Args('branch', {
      type: () => String,
      nullable: true,
      description: 'Branch that sells; yours when you have one only.',
    })
    branch: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Entitlement> {
    return this.db.read(actor, async (tx) => {
      const { day } = await momentIn(tx, branchOf(actor, branch), this.clock.now());
      return decide(this.rule, await historyOf(tx, beneficiaryId), day);
    });
  }
}
