import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Beneficiary } from '../beneficiary.entity.js';
import { FirstNeed } from '../enrolment-input.js';
import { IdentityFields } from '../identity-fields.js';
import { ChangeContact } from './change-contact.js';

@InputType({ description: 'Name and contact data as they should now read, all of them.' })
export class ChangeContactInput extends IdentityFields {
  @Field(() => Uuid, { description: 'The person.' })
  id: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it is not the current one.' })
  expectedVersion?: number | null;

  @Field(() => FirstNeed, { nullable: true, description: 'What the person came for first; left out = as it is.' })
  firstNeed?: FirstNeed | null;
}

@Resolver()
export class ChangeContactResolver {
  constructor(private readonly changeContact: ChangeContact) {}

  @Mutation(() => Beneficiary, {
    name: 'changeContact',
    description:
      'Changes name and contact data of a tracked person. Refuses NOT_FOUND, CHANGED_MEANWHILE, NAME_REQUIRED, NAME_CHARACTERS, TEXT_LENGTH, PHONE, EMAIL, CONTACT_CONTRADICTION, CONTACT_PREFERENCE, LANGUAGE_CODE, ANONYMOUS_HAS_NO_IDENTITY, BENEFICIARY_VOIDED.',
  })
  @Allow(Permission.EditBeneficiaries)
  change(@Args('input') input: ChangeContactInput, @CurrentActor() actor: Actor): Promise<Beneficiary> {
    return this.changeContact.execute(input, actor);
  }
}
