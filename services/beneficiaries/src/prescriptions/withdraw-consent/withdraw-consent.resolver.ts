import { Args, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { ChangePrescription, PrescriptionNamed } from '../change-prescription.js';
import { Prescription } from '../prescription.entity.js';

@InputType({ description: 'A prescription whose person takes their consent back.' })
export class WithdrawConsentInput extends PrescriptionNamed {}

@Resolver()
export class WithdrawConsentResolver {
  constructor(private readonly changePrescription: ChangePrescription) {}

  @Mutation(() => Prescription, {
    name: 'withdrawConsent',
    description:
      'The person takes their consent back: from now on the prescriber sees nothing of them, and what they wrote is forgotten. Refuses NOT_FOUND, CHANGED_MEANWHILE.',
  })
  @Allow(Permission.AnswerPrescriptions)
  change(@Args('input') input: WithdrawConsentInput, @CurrentActor() actor: Actor): Promise<Prescription> {
    return this.changePrescription.execute(input, actor, (prescription, moment) => {
      prescription.withdrawConsent(moment);
      return [];
    });
  }
}
