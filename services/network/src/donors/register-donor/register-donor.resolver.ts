import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { DonorKind } from '#events';
import { GraphQLVocabulary } from '#runtime';
import { Donor, type DonorDescription } from '../donor.entity.js';
import { RegisterDonor } from './register-donor.js';

@InputType({ description: 'Who gives devices. Of a person, ask no more than a word of thanks needs.' })
export class RegisterDonorInput implements DonorDescription {
  @Field(() => String, { nullable: true, description: 'Branch it gives to; yours when you have one only.' })
  branch?: string | null;

  @Field(() => GraphQLVocabulary.DonorKind, { description: 'An organisation or a person.' })
  kind: DonorKind;

  @Field(() => String, { description: 'Its name, 2–160 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Who to ask for there.' })
  contactName?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail of the contact.' })
  contactEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone of the contact.' })
  contactTelephone?: string | null;
}

@Resolver()
export class RegisterDonorResolver {
  constructor(private readonly registerDonor: RegisterDonor) {}

  @Mutation(() => Donor, {
    name: 'registerDonor',
    description: 'Makes a donor known to a branch. Refuses TEXT_LENGTH, CONTACT_EMAIL, NOT_FOUND (branch), FORBIDDEN.',
  })
  @Allow(Permission.EditDonors)
  register(@Args('input') input: RegisterDonorInput, @CurrentActor() actor: Actor): Promise<Donor> {
    return this.registerDonor.execute(input, actor);
  }
}
