import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { LocalDateScalar, Uuid } from '#runtime';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { NoteContact } from './note-contact.js';

@InputType({ description: 'Somebody who is still in contact.' })
export class NoteContactInput {
  @Field(() => Uuid, { description: 'The person.' })
  id: string;

  @Field(() => LocalDateScalar, { description: 'The day of the contact, today at the latest.' })
  occurredOn: string;
}

@Resolver()
export class NoteContactResolver {
  constructor(private readonly noteContact: NoteContact) {}

  @Mutation(() => Beneficiary, {
    name: 'noteContact',
    description:
      'Says that a person is still in contact: the time of keeping begins anew. Refuses NOT_FOUND, CONTACT_DAY, BENEFICIARY_RESTRICTED, BENEFICIARY_VOIDED, BENEFICIARY_ERASED.',
  })
  @Allow(Permission.EditBeneficiaries)
  note(@Args('input') input: NoteContactInput, @CurrentActor() actor: Actor): Promise<Beneficiary> {
    return this.noteContact.execute(input, actor);
  }
}
