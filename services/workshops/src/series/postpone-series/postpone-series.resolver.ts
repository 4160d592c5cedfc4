import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { WorkshopSeries } from '../workshop-series.entity.js';
import { PostponeSeries } from './postpone-series.js';

@InputType({ description: 'Sessions of a series to move by whole days.' })
export class PostponeSeriesInput {
  @Field(() => Uuid, { description: 'The series.' })
  seriesId: string;

  @Field(() => Uuid, { nullable: true, description: 'The first session to move; the next one to come when left out.' })
  fromSessionId?: string | null;

  @Field(() => Int, { description: 'By how many days, 1–180; negative to bring forward.' })
  days: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False to move that session alone; the rest moves with it otherwise.',
  })
  andLater?: boolean | null;
}

@Resolver()
export class PostponeSeriesResolver {
  constructor(private readonly postponeSeries: PostponeSeries) {}

  @Mutation(() => WorkshopSeries, {
    name: 'postponeSeries',
    description:
      'Moves one session of a series or the rest of it, at the same time of day. Refuses POSTPONED_DAYS, SERIES_CANCELLED, SERIES_OVER, NOT_IN_SERIES, SESSION_IN_PAST, SERIES_ROOM_TAKEN, ROOM_TAKEN, EQUIPMENT_TAKEN, NOT_FOUND.',
  })
  @Allow(Permission.PlanSessions)
  postpone(@Args('input') input: PostponeSeriesInput, @CurrentActor() actor: Actor): Promise<WorkshopSeries> {
    return this.postponeSeries.execute(input, actor);
  }
}
