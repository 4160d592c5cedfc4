import { Args, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { NOT_YET_KNOWN } from '#errors';
import { Clock, Database, type Tx, within } from '#persistence';
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

  @Field(() => Int, {
    nullable: true,
    description: 'What the coordination allowed beyond the cap this month, in cents; null when it allowed nothing.',
  })
  exceptionCents: number | null;

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
    description:
      'What connectivity a person of your branches may still buy today, where the branch is. Refuses NOT_YET_KNOWN.',
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
      await requireWithinReach(tx, beneficiaryId);
      const { day } = await momentIn(tx, branchOf(actor, branch), this.clock.now());
      return decide(this.rule, await historyOf(tx, beneficiaryId), day);
    });
  }
}

/** What somebody bought is for the branches that look after them; to anybody else they are as unknown as nobody. */
async function requireWithinReach(tx: Tx, beneficiaryId: string): Promise<void> {
  const values: unknown[] = [beneficiaryId];
  const [person]: unknown[] = await tx.query(
    `SELECT 1 FROM known_person WHERE beneficiary_id = $1 AND ${within(tx, values)}`,
    values,
  );
  if (!person) throw NOT_YET_KNOWN({ what: 'Personne', whatEn: 'Person' }, 'beneficiaryId');
}
