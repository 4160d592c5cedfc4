import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Place } from '../place.entity.js';
import { RetirePlace } from './retire-place.js';

@InputType({ description: 'A place to take out of the directory.' })
export class RetirePlaceInput {
  @Field(() => Uuid, { description: 'The place.' })
  placeId: string;

  @Field(() => String, { description: 'Why, 3–500 characters.' })
  reason: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when somebody changed it since.' })
  expectedVersion?: number | null;
}

@Resolver()
export class RetirePlaceResolver {
  constructor(private readonly retirePlace: RetirePlace) {}

  @Mutation(() => Place, {
    name: 'retirePlace',
    description:
      'Takes a place out of the directory; what happened there stays. Refuses REASON_REQUIRED, PLACE_RETIRED, CHANGED_MEANWHILE, NOT_FOUND, FORBIDDEN.',
  })
  @Allow(Permission.EditPlaces)
  retire(@Args('input') input: RetirePlaceInput, @CurrentActor() actor: Actor): Promise<Place> {
    return this.retirePlace.execute(input, actor);
  }
}
