import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Place } from '../place.entity.js';
import { PlaceFields } from '../place-fields.js';
import { RevisePlace } from './revise-place.js';

@InputType({ description: 'What changes of a place; what is absent stays, null empties.' })
export class RevisePlaceInput extends PlaceFields {
  @Field(() => Uuid, { description: 'The place.' })
  placeId: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when somebody changed it since.' })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Commune.' })
  commune?: string | null;

  @Field(() => String, { nullable: true, description: 'Postcode, 5 digits.' })
  postcode?: string | null;

  @Field(() => String, { nullable: true, description: 'Street address.' })
  address?: string | null;
}

@Resolver()
export class RevisePlaceResolver {
  constructor(private readonly revisePlace: RevisePlace) {}

  @Mutation(() => Place, {
    name: 'revisePlace',
    description:
      'Changes a place. Refuses PLACE_FIELD (every field at fault), PLACE_RETIRED, CHANGED_MEANWHILE, NOT_FOUND, FORBIDDEN.',
  })
  @Allow(Permission.EditPlaces)
  revise(@Args('input') input: RevisePlaceInput, @CurrentActor() actor: Actor): Promise<Place> {
    return this.revisePlace.execute(input, actor);
  }
}
