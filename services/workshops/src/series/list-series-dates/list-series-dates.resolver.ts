import { Args, Field, InputType, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Database } from '#persistence';
import { DateTime, LocalDateScalar } from '#runtime';
import { calendarOf } from '../../known/known.js';
import { PublicHoliday } from '../public-holidays.js';
import { SeriesPatternInput } from '../series-pattern.input.js';
import { datesOf } from '../series-pattern.js';

@ObjectType({ description: 'A date that a pattern gives.' })
export class SeriesDate {
  @Field(() => LocalDateScalar, { description: 'Its day, in the zone of the branch.' })
  day: string;

  @Field(() => DateTime, { description: 'Beginning, UTC.' })
  startsAt: Date;

  @Field(() => DateTime, { description: 'End, UTC.' })
  endsAt: Date;

  @Field(() => PublicHoliday, { nullable: true, description: 'The public holiday that the branch keeps that day.' })
  holiday: PublicHoliday | null;
}

@InputType({ description: 'A pattern whose dates are wanted, before anything is planned.' })
export class SeriesDatesInput {
  @Field(() => String, { nullable: true, description: 'Branch code; yours when you have one only.' })
  branch?: string | null;

  @Field(() => SeriesPatternInput, { description: 'On which days.' })
  pattern: SeriesPatternInput;
}

@Resolver()
export class ListSeriesDatesResolver {
  constructor(private readonly db: Database) {}

  @Query(() => [SeriesDate], {
    name: 'seriesDates',
    description:
      'The dates that a pattern gives by the clocks of a branch, its public holidays named. Refuses BAD_TIME_OF_DAY, BAD_WEEKDAYS, SERIES_WEEKS, END_BEFORE_START.',
  })
  @Allow(Permission.PlanSessions)
  dates(@Args('input') input: SeriesDatesInput, @CurrentActor() actor: Actor): Promise<SeriesDate[]> {
    const branch = branchOf(actor, input.branch);
    return this.db.read(actor, async (tx) => datesOf(input.pattern, await calendarOf(tx, branch)));
  }
}
