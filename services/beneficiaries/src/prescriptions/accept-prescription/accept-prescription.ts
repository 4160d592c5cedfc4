import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { NOT_FOUND, Refusal } from '#errors';
import type { Fact } from '#events';
import { Database, Ids, type Tx } from '#persistence';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { insertSituations, recordToChange } from '../../beneficiaries/beneficiary-record.js';
import type { Moment } from '../../beneficiaries/enrolment-input.js';
import { waitUntilNamedAreKnown } from '../../known/known.js';
import { ChangePrescription, type PrescriptionNamed } from '../change-prescription.js';
import type { Prescription } from '../prescription.entity.js';

/** Which prescription, and who the person is: a record of the branch, or a new one of what was prescribed. */
export interface PrescriptionToAccept extends PrescriptionNamed {
  beneficiaryId?: string | null | undefined;
  privacyNoticeReadOn?: string | null | undefined;
  organisationId?: string | null | undefined;
}

@Injectable()
export class AcceptPrescription {
  constructor(
    private readonly db: Database,
    private readonly changePrescription: ChangePrescription,
    private readonly ids: Ids,
    private readonly trail: AuditTrail,
  ) {}

  async execute(input: PrescriptionToAccept, actor: Actor): Promise<Prescription> {
    const { organisationId } = input;
    await this.db.require(actor);
    await waitUntilNamedAreKnown(this.db, { organisationId });
    return this.changePrescription.execute(input, actor, async (prescription, moment, tx) => {
      prescription.requirePending(moment);
      if (organisationId != null) prescription.writtenFor(organisationId);
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
      const { beneficiary } = await recordToChange(tx, beneficiaryId).catch(asUnknownWhenErased);
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

/** Nobody is prescribed who was erased, and that they were is not told: there is no such person. */
function asUnknownWhenErased(error: unknown): never {
  if (error instanceof Refusal && error.code === 'BENEFICIARY_ERASED')
    throw NOT_FOUND({ what: 'Personne', whatEn: 'Person' }, 'input.id');
  throw error;
}
