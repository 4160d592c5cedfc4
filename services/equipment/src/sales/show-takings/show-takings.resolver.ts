import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Clock, Database } from '#persistence';
import { LocalDateScalar } from '#runtime';
import { momentIn } from '../../known/known.js';
import { DayTakings, takingsOf } from '../../till/takings.js';
import { TillDay } from '../../till/till-day.entity.js';

@Resolver()
export class ShowTakingsResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Query(() => DayTakings, { name: 'dayTakings', description: 'What a branch took on a day, by kind of payment.' })
  @Allow(Permission.ReadSales)
  takings(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    branch: string | null,
    @Args('day', { type: () => LocalDateScalar, nullable: true, description: 'The day; today when left out.' })
    day: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<DayTakings> {
    const code = branchOf(actor, branch);
    return this.db.read(actor, async (tx) => {
      const of = day ?? (await momentIn(tx, code, this.clock.now())).day;
      const till = await tx.findOneBy(TillDay, { branch: code, day: of });
      return till?.takings ?? takingsOf(tx, code, of);
    });
  }
}
