import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { LocalDateScalar, Uuid } from '#runtime';
import { SeriesPatternInput } from '../series-pattern.input.js';
import { WorkshopSeries } from '../workshop-series.entity.js';
import { ScheduleSeries } from './schedule-series.js';

@InputType({ description: 'A series of 1–12 sessions to plan.' })
export class ScheduleSeriesInput {
  @Field(() => Uuid, { description: 'The workshop they are dates of.' })
  workshopId: string;

  @Field(() => Uuid, { description: 'Where they take place.' })
  placeId: string;

  @Field(() => String, { nullable: true, description: 'Room within the place.' })
  room?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Set of equipment of the place that they need, up to 80 characters.',
  })
  equipmentSet?: string | null;

  @Field(() => Int, { description: 'Seats offered by each, 1–500.' })
  seats: number;

  @Field(() => SeriesPatternInput, { description: 'On which days.' })
  pattern: SeriesPatternInput;

  @Field(() => [LocalDateScalar], { nullable: true, description: 'Days of the pattern that are left out.' })
  withoutDays?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True to plan on public holidays too; they are left out otherwise.',
  })
  keepHolidays?: boolean | null;
}

@Resolver()
export class ScheduleSeriesResolver {
  constructor(private readonly scheduleSeries: ScheduleSeries) {}

  @Mutation(() => WorkshopSeries, {
    name: 'scheduleSeries',
    description:
      'Plans the sessions of a series together, all or none. Refuses SERIES_LENGTH, DISCOVERY_ONCE, SERIES_ROOM_TAKEN, ROOM_TAKEN, EQUIPMENT_TAKEN, SESSION_IN_PAST, BAD_TIME_OF_DAY, BAD_WEEKDAYS, SERIES_WEEKS, END_BEFORE_START, SEATS_OUT_OF_RANGE, NOT_FOUND, NOT_YET_KNOWN.',
  })
  @Allow(Permission.PlanSessions)
  schedule(@Args('input') input: ScheduleSeriesInput, @CurrentActor() actor: Actor): Promise<WorkshopSeries> {
    return this.scheduleSeries.execute(input, actor);
  }
}
