import { Injectable } from '@nestjs/common';
import { BeneficiaryRestricted, ObjectionNoted, ObjectionWithdrawn, RestrictionLifted } from '#events';
import { On } from '#messaging';
import type { Tx } from '#persistence';

/** Keeps whose record is set aside, and who objects to being counted by their classes. What was counted stays. */
@Injectable()
export class WhenLimitsChanged {
  @On(BeneficiaryRestricted)
  async restricted(event: BeneficiaryRestricted, tx: Tx): Promise<void> {
    await keep(tx, event.data.beneficiaryId, 'restricted = true');
  }

  @On(RestrictionLifted)
  async lifted(event: RestrictionLifted, tx: Tx): Promise<void> {
    await keep(tx, event.data.beneficiaryId, 'restricted = false');
  }

  @On(ObjectionNoted)
  async objected(event: ObjectionNoted, tx: Tx): Promise<void> {
    const { beneficiaryId, occurredOn } = event.data;
    await keep(tx, beneficiaryId, 'objected_from = $2, objected_until = NULL', occurredOn);
  }

  @On(ObjectionWithdrawn)
  async withdrawn(event: ObjectionWithdrawn, tx: Tx): Promise<void> {
    const { beneficiaryId, occurredOn } = event.data;
    await keep(tx, beneficiaryId, 'objected_until = $2', occurredOn);
  }
}

async function keep(tx: Tx, beneficiaryId: string, change: string, ...values: unknown[]): Promise<void> {
  await tx.query(`UPDATE known_person SET ${change} WHERE beneficiary_id = $1`, [beneficiaryId, ...values]);
}
