import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { requireReason } from '#errors';
import { Uuid } from '#runtime';
import { ChangePrescription, PrescriptionNamed } from '../change-prescription.js';
import { Prescription } from '../prescription.entity.js';

@InputType({ description: 'A prescription that the branch cannot take on.' })
export class RejectPrescriptionInput extends PrescriptionNamed {
  @Field(() => String, { description: 'Why, 3–500 characters; told to the prescriber.' })
  reason: string;

  @Field(() => Uuid, {
    nullable: true,
    description: 'A place that may receive the person instead, of `placesNear` the branch.',
  })
  otherPlaceId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its name, address and distance, 3–300 characters, wanted with it; told to the prescriber.',
  })
  otherPlaceWords?: string | null;
}

@Resolver()
export class RejectPrescriptionResolver {
  constructor(private readonly changePrescription: ChangePrescription) {}

  @Mutation(() => Prescription, {
    name: 'rejectPrescription',
    description:
      'The branch cannot receive the person, says why, and may say who can. Refuses REASON_REQUIRED, TEXT_LENGTH, NOT_FOUND, CHANGED_MEANWHILE, PRESCRIPTION_ANSWERED, PRESCRIPTION_EXPIRED.',
  })
  @Allow(Permission.AnswerPrescriptions)
  change(@Args('input') input: RejectPrescriptionInput, @CurrentActor() actor: Actor): Promise<Prescription> {
    const { otherPlaceId: id, otherPlaceWords: words } = input;
    return this.changePrescription.execute(input, actor, (prescription, moment) => {
      const reason = requireReason(input.reason);
      return prescription.reject(id == null ? { reason } : { reason, otherPlace: { id, words: words ?? '' } }, moment);
    });
  }
}
