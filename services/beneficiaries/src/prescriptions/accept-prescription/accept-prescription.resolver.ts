import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { LocalDateScalar, Uuid } from '#runtime';
import { PrescriptionNamed } from '../change-prescription.js';
import { Prescription } from '../prescription.entity.js';
import { AcceptPrescription } from './accept-prescription.js';

@InputType({ description: 'A prescription that the branch takes on.' })
export class AcceptPrescriptionInput extends PrescriptionNamed {
  @Field(() => Uuid, {
    nullable: true,
    description: 'The person’s record, when the branch has one already; without it a record is made.',
  })
  beneficiaryId?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day the privacy notice was read to the person; a new record needs it.',
  })
  privacyNoticeReadOn?: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'Which organisation known here a prescriber without an account wrote for; one already said stays.',
  })
  organisationId?: string | null;
}

@Resolver()
export class AcceptPrescriptionResolver {
  constructor(private readonly acceptPrescription: AcceptPrescription) {}

  @Mutation(() => Prescription, {
    name: 'acceptPrescription',
    description:
      'The branch receives the person, under the record named or a new one. Refuses NOT_FOUND, CHANGED_MEANWHILE, PRESCRIPTION_ANSWERED, PRESCRIPTION_EXPIRED, PRIVACY_NOTICE_REQUIRED, BENEFICIARY_VOIDED, BENEFICIARY_RESTRICTED, NOT_YET_KNOWN.',
  })
  @Allow(Permission.AnswerPrescriptions)
  accept(@Args('input') input: AcceptPrescriptionInput, @CurrentActor() actor: Actor): Promise<Prescription> {
    return this.acceptPrescription.execute(input, actor);
  }
}
