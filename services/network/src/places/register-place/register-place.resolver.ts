import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Place } from '../place.entity.js';
import { PlaceFields } from '../place-fields.js';
import { RegisterPlace } from './register-place.js';

@InputType({ description: 'A place to register.' })
export class RegisterPlaceInput extends PlaceFields {
  @Field(() => String, {
    nullable: true,
    description: 'Branch that keeps it; yours when you have one only, else the network.',
  })
  branch?: string | null;

  @Field(() => String, { nullable: true, description: 'Identifier to export it under; one is made when absent.' })
  externalId?: string | null;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { description: 'Commune.' })
  commune: string;

  @Field(() => String, { description: 'Postcode, 5 digits.' })
  postcode: string;

  @Field(() => String, { description: 'Street address.' })
  address: string;
}

@Resolver()
export class RegisterPlaceResolver {
  constructor(private readonly registerPlace: RegisterPlace) {}

  @Mutation(() => Place, {
    name: 'registerPlace',
    description:
      'Enters a place into the directory. Refuses PLACE_FIELD (every field at fault), PLACE_ID_TAKEN, NOT_FOUND (branch), FORBIDDEN.',
  })
  @Allow(Permission.EditPlaces)
  register(@Args('input') input: RegisterPlaceInput, @CurrentActor() actor: Actor): Promise<Place> {
    return this.registerPlace.execute(input, actor);
  }
}
