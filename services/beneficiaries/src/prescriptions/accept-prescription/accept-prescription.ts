import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import type { Fact } from '#events';
import { Ids, type Tx } from '#persistence';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { insertSituations, recordToChange } from '../../beneficiaries/beneficiary-record.js';
import type { Moment } from '../../beneficiaries/enrolment-input.js';
import { ChangePrescription, type PrescriptionNamed } from '../change-prescription.js';
import type { Prescription } from '../prescription.entity.js';

/** Which prescription, and who the person is: a record of the branch, or a new one of what was prescribed. */
export interface PrescriptionToAccept extends PrescriptionNamed {
  beneficiaryId?: string | null | undefined;
  privacyNoticeReadOn?: string | null | undefined;
}

@Injectable()
export class AcceptPrescription {
  constructor(
    private readonly changePrescription: ChangePrescription,
    private readonly ids: Ids,
    private readonly trail: AuditTrail,
  ) {}

  execute(input: PrescriptionToAccept, actor: Actor): Promise<Prescription> {
    return this.changePrescription.execute(input, actor, async (prescription, moment, tx) => {
      prescription.requirePending(moment);
      const { id, events } = await this.personOf(tx, prescription, input, moment, actor);
      return [...events, ...prescription.accept(id, moment)];
    });
  }

  private async personOf(
    tx: Tx,
    prescription: Prescription,
    { beneficiaryId, privacyNoticeReadOn }: PrescriptionToAccept,
    moment: Moment,
    actor: Actor,
  ): Promise<{ id: string; events: Fact[] }> {
    const access = { action: 'WRITE', purpose: 'accept-prescription', fields: ['prescription'] } as const;
    if (beneficiaryId != null) {
      const { beneficiary } = await recordToChange(tx, beneficiaryId);
      await this.trail.note(tx, actor, [beneficiary], access);
      return { id: beneficiary.id, events: [] };
    }
    const { branch, needs, givenName, familyName, birthYear, phone, spokenLanguage, organisationId } = prescription;
    const { beneficiary, situations, events } = Beneficiary.enrol(
      { id: this.ids.next(), branch, by: actor.subject },
      {
        ...{ kind: 'TRACKED', givenName, familyName, birthYear, phone, noPhone: false, noEmail: false },
        ...{ contactPreference: phone === null ? 'NONE' : 'CALL', spokenLanguage, organisationId },
        ...{ gender: 'NOT_STATED', socialStatus: 'NOT_STATED', orientationSource: 'CASE_WORKER' },
        ...{ firstNeed: needs[0] ?? null, privacyNoticeReadOn: privacyNoticeReadOn ?? null },
      },
      moment,
    );
    await tx.insert(Beneficiary, beneficiary);
    await insertSituations(tx, beneficiary, situations);
    await this.trail.note(tx, actor, [beneficiary], access);
    return { id: beneficiary.id, events };
  }
}
