import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Clock, Database } from '#persistence';
import { LocalDateScalar } from '#runtime';
import { momentIn } from '../../known/known.js';
import { TillDay } from '../till-day.entity.js';

@Resolver()
export class ShowTillResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Query(() => TillDay, {
    name: 'tillDay',
    nullable: true,
    description: 'The till of a branch on a day; null when it was not opened.',
  })
  @Allow(Permission.ReadSales)
  till(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    branch: string | null,
    @Args('day', { type: () => LocalDateScalar, nullable: true, description: 'The day; today when left out.' })
    day: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<TillDay | null> {
    const code = branchOf(actor, branch);
    return this.db.read(actor, async (tx) =>
      tx.findOneBy(TillDay, { branch: code, day: day ?? (await momentIn(tx, code, this.clock.now())).day }),
    );
  }
}
