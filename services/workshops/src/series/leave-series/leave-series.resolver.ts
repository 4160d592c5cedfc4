import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { WorkshopSeries } from '../workshop-series.entity.js';
import { LeaveSeries } from './leave-series.js';

@InputType({ description: 'A person’s seats in a series, to give back.' })
export class LeaveSeriesInput {
  @Field(() => Uuid, { description: 'The series.' })
  seriesId: string;

  @Field(() => Uuid, { description: 'The person.' })
  beneficiaryId: string;
}

@Resolver()
export class LeaveSeriesResolver {
  constructor(private readonly leaveSeries: LeaveSeries) {}

  @Mutation(() => WorkshopSeries, {
    name: 'leaveSeries',
    description:
      'Gives back a person’s seats in what is still to come. Refuses NOT_ENROLLED, SERIES_CANCELLED, SERIES_OVER, NOT_FOUND.',
  })
  @Allow(Permission.EnrolInSession)
  leave(@Args('input') input: LeaveSeriesInput, @CurrentActor() actor: Actor): Promise<WorkshopSeries> {
    return this.leaveSeries.execute(input, actor);
  }
}
