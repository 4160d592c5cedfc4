import { Args, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { ChangePrescription, PrescriptionNamed } from '../change-prescription.js';
import { Prescription } from '../prescription.entity.js';

@InputType({ description: 'A prescription that is done.' })
export class FinishPrescriptionInput extends PrescriptionNamed {}

@Resolver()
export class FinishPrescriptionResolver {
  constructor(private readonly changePrescription: ChangePrescription) {}

  @Mutation(() => Prescription, {
    name: 'finishPrescription',
    description: 'What was asked for is done. Refuses NOT_FOUND, CHANGED_MEANWHILE, PRESCRIPTION_NOT_UNDER_WAY.',
  })
  @Allow(Permission.AnswerPrescriptions)
  change(@Args('input') input: FinishPrescriptionInput, @CurrentActor() actor: Actor): Promise<Prescription> {
    return this.changePrescription.execute(input, actor, (prescription, moment) => {
      prescription.finish(moment);
      return [];
    });
  }
}
