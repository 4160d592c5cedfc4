import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Clock } from '#persistence';
import { DateTime, LocalDateScalar } from '#runtime';
import { BranchReference } from '../references.js';
import { Compare, Figures } from './figures.types.js';
import { viewOf } from './figures-view.js';
import { type Period, visibleBranches } from './view.js';

@Resolver(() => BranchReference)
export class ShowBranchFiguresResolver {
  constructor(private readonly clock: Clock) {}

  @ResolveField(() => Figures, {
    name: 'figures',
    description: 'Figures of this branch over a period. Refuses PERIOD_BACKWARDS, AS_OF_IN_FUTURE, FORBIDDEN.',
  })
  @Allow(Permission.ReadFigures)
  figures(
    @Parent() branch: BranchReference,
    @Args('from', {
      type: () => LocalDateScalar,
      nullable: true,
      description: 'First day; the first of this month when left out.',
    })
    from: string | null,
    @Args('to', { type: () => LocalDateScalar, nullable: true, description: 'Last day; today when left out.' }) to:
      | string
      | null,
    @Args('compare', { type: () => Compare, defaultValue: 'NONE', description: 'What to compare with.' })
    compare: Compare,
    @Args('asOf', {
      type: () => DateTime,
      nullable: true,
      description: 'As known at that instant; now when left out.',
    })
    asOf: Date | null,
    @CurrentActor() actor: Actor,
  ): Figures {
    const now = this.clock.now();
    const today = now.toISOString().slice(0, 10);
    const period: Period = { from: from ?? `${today.slice(0, 7)}-01`, to: to ?? today };
    return viewOf({ ...period, compare, asOf }, visibleBranches(actor, [branch.code]), now);
  }
}
