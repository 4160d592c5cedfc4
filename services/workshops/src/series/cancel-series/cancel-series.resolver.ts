import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { WorkshopSeries } from '../workshop-series.entity.js';
import { CancelSeries } from './cancel-series.js';

@InputType({ description: 'What is still to come of a series, to call off.' })
export class CancelSeriesInput {
  @Field(() => Uuid, { description: 'The series.' })
  seriesId: string;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The first session to call off; the next one to come when left out.',
  })
  fromSessionId?: string | null;

  @Field(() => String, { description: 'Why, 3–500 characters.' })
  reason: string;
}

@Resolver()
export class CancelSeriesResolver {
  constructor(private readonly cancelSeries: CancelSeries) {}

  @Mutation(() => WorkshopSeries, {
    name: 'cancelSeries',
    description:
      'Calls off the rest of a series; what was held stays. Refuses SERIES_CANCELLED, SERIES_OVER, NOT_IN_SERIES, REASON_REQUIRED, NOT_FOUND.',
  })
  @Allow(Permission.PlanSessions)
  cancel(@Args('input') input: CancelSeriesInput, @CurrentActor() actor: Actor): Promise<WorkshopSeries> {
    return this.cancelSeries.execute(input, actor);
  }
}
