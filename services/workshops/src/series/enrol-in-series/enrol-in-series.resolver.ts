import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { WorkshopSeries } from '../workshop-series.entity.js';
import { EnrolInSeries } from './enrol-in-series.js';

@InputType({ description: 'A person to give a seat in a whole series.' })
export class EnrolInSeriesInput {
  @Field(() => Uuid, { description: 'The series.' })
  seriesId: string;

  @Field(() => Uuid, { description: 'The person, of whichever branch.' })
  beneficiaryId: string;
}

@Resolver()
export class EnrolInSeriesResolver {
  constructor(private readonly enrolInSeries: EnrolInSeries) {}

  @Mutation(() => WorkshopSeries, {
    name: 'enrolInSeries',
    description:
      'Gives a person a seat in every session still to come, or in none. Refuses SERIES_FULL, ALREADY_ENROLLED, SERIES_CANCELLED, SERIES_OVER, NOT_FOUND, NOT_YET_KNOWN.',
  })
  @Allow(Permission.EnrolInSession)
  enrol(@Args('input') input: EnrolInSeriesInput, @CurrentActor() actor: Actor): Promise<WorkshopSeries> {
    return this.enrolInSeries.execute(input, actor);
  }
}
