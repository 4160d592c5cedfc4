import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { GraphQLPlaceWords, type PlaceWord } from '../../places/standard/place-words.js';
import { Organisation } from '../organisation.entity.js';
import { RegisterOrganisation } from './register-organisation.js';

@InputType({ description: 'An organisation to register.' })
export class RegisterOrganisationInput {
  @Field(() => String, { nullable: true, description: 'Branch it works with; yours when you have one only.' })
  branch?: string | null;

  @Field(() => String, { description: 'Its name, 2–160 characters.' })
  name: string;

  @Field(() => GraphQLPlaceWords.StructureType, { description: 'What kind of structure it is.' })
  structureType: PlaceWord<'StructureType'>;

  @Field(() => String, { nullable: true, description: 'Who to ask for there.' })
  contactName?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail of the contact.' })
  contactEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone of the contact.' })
  contactTelephone?: string | null;
}

@Resolver()
export class RegisterOrganisationResolver {
  constructor(private readonly registerOrganisation: RegisterOrganisation) {}

  @Mutation(() => Organisation, {
    name: 'registerOrganisation',
    description:
      'Makes an organisation known to a branch. Refuses TEXT_LENGTH, CONTACT_EMAIL, NOT_FOUND (branch), FORBIDDEN.',
  })
  @Allow(Permission.EditOrganisations)
  register(@Args('input') input: RegisterOrganisationInput, @CurrentActor() actor: Actor): Promise<Organisation> {
    return this.registerOrganisation.execute(input, actor);
  }
}
