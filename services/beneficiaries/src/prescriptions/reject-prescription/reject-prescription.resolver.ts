import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { requireReason } from '#errors';
import { ChangePrescription, PrescriptionNamed } from '../change-prescription.js';
import { Prescription } from '../prescription.entity.js';

@InputType({ description: 'A prescription that the branch cannot take on.' })
export class RejectPrescriptionInput extends PrescriptionNamed {
  @Field(() => String, { description: 'Why, 3–500 characters; told to the prescriber.' })
  reason: string;
}

@Resolver()
export class RejectPrescriptionResolver {
  constructor(private readonly changePrescription: ChangePrescription) {}

  @Mutation(() => Prescription, {
    name: 'rejectPrescription',
    description:
      'The branch cannot receive the person, and says why. Refuses REASON_REQUIRED, NOT_FOUND, CHANGED_MEANWHILE, PRESCRIPTION_ANSWERED, PRESCRIPTION_EXPIRED.',
  })
  @Allow(Permission.AnswerPrescriptions)
  change(@Args('input') input: RejectPrescriptionInput, @CurrentActor() actor: Actor): Promise<Prescription> {
    return this.changePrescription.execute(input, actor, (prescription, moment) =>
      prescription.reject(requireReason(input.reason), moment),
    );
  }
}
