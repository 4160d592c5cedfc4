import { Args, Field, InputType, Int, Mutation, PickType, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { LocalDateScalar, Uuid } from '#runtime';
import { FirstNeed } from '../../beneficiaries/enrolment-input.js';
import { IdentityFields } from '../../beneficiaries/identity-fields.js';
import { Prescription } from '../prescription.entity.js';
import { Milestone } from '../prescription-input.js';
import { PrescribePerson } from './prescribe-person.js';

@InputType({ description: 'A person whom a branch is asked to receive.' })
export class PrescribePersonInput extends PickType(IdentityFields, [
  'givenName',
  'familyName',
  'phone',
  'spokenLanguage',
] as const) {
  @Field(() => String, { nullable: true, description: 'Branch that is asked; yours when you have one only.' })
  branch?: string | null;

  @Field(() => Uuid, { description: 'Organisation on whose behalf you ask.' })
  organisationId: string;

  @Field(() => [FirstNeed], { description: 'What the person needs, one at least.' })
  needs: FirstNeed[];

  @Field(() => Int, { nullable: true, description: 'Year of birth.' })
  birthYear?: number | null;

  @Field(() => String, { nullable: true, description: 'When the person can come, at most 300 characters.' })
  availability?: string | null;

  @Field(() => Boolean, { description: 'The person agrees that this is passed on.' })
  consentGiven: boolean;

  @Field(() => [Milestone], { description: 'What the person agrees that you are told.' })
  consentScope: Milestone[];

  @Field(() => LocalDateScalar, { description: 'Last day of the consent, a year ahead at most.' })
  consentUntil: string;
}

@Resolver()
export class PrescribePersonResolver {
  constructor(private readonly prescribePerson: PrescribePerson) {}

  @Mutation(() => Prescription, {
    name: 'prescribePerson',
    description:
      'Asks a branch to receive a person. Refuses CONSENT_REQUIRED, CONSENT_END, NEEDS_REQUIRED, NAME_REQUIRED, NAME_CHARACTERS, TEXT_LENGTH, BIRTH_YEAR, PHONE, LANGUAGE_CODE, NOT_YET_KNOWN.',
  })
  @Allow(Permission.PrescribePeople)
  prescribe(@Args('input') input: PrescribePersonInput, @CurrentActor() actor: Actor): Promise<Prescription> {
    return this.prescribePerson.execute(input, actor);
  }
}
