import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { CapacityRadar } from './radar.js';
import { ShowRadar } from './show-radar.js';

@Resolver()
export class ShowRadarResolver {
  constructor(private readonly showRadar: ShowRadar) {}

  @Query(() => CapacityRadar, {
    name: 'capacityRadar',
    description:
      'What is asked of a branch (waiting lists, passages refused) against its seats and helpers for 14 days, and what would help. Refuses FORBIDDEN.',
  })
  @Allow(Permission.PlanSessions)
  show(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    branch: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<CapacityRadar> {
    return this.showRadar.execute(branch, actor);
  }
}
