import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { LocalDateScalar, Uuid } from '#runtime';
import { WorkshopSeries } from '../workshop-series.entity.js';
import { DuplicateSeries } from './duplicate-series.js';

@InputType({ description: 'A series to plan again.' })
export class DuplicateSeriesInput {
  @Field(() => Uuid, { description: 'The series that serves as model; its cancelled sessions are left out.' })
  seriesId: string;

  @Field(() => LocalDateScalar, { description: 'Day of the first session; the others keep their distance to it.' })
  firstDay: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True to plan on public holidays too; they are left out otherwise.',
  })
  keepHolidays?: boolean | null;
}

@Resolver()
export class DuplicateSeriesResolver {
  constructor(private readonly duplicateSeries: DuplicateSeries) {}

  @Mutation(() => WorkshopSeries, {
    name: 'duplicateSeries',
    description:
      'Plans a series again from another day on, without its people. Refuses SERIES_LENGTH, SERIES_CANCELLED, SERIES_ROOM_TAKEN, ROOM_TAKEN, EQUIPMENT_TAKEN, SESSION_IN_PAST, NOT_FOUND.',
  })
  @Allow(Permission.PlanSessions)
  duplicate(@Args('input') input: DuplicateSeriesInput, @CurrentActor() actor: Actor): Promise<WorkshopSeries> {
    return this.duplicateSeries.execute(input, actor);
  }
}
