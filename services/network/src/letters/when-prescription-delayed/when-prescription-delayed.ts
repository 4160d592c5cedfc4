import { Injectable } from '@nestjs/common';
import { PrescriptionDelayed } from '#events';
import { On } from '#messaging';
import type { Tx } from '#persistence';
import { PutDownLetters } from '../put-down-letters.js';

/** The managers of a branch are written to when a prescription waits too long. */
@Injectable()
export class WhenPrescriptionDelayed {
  constructor(private readonly putDownLetters: PutDownLetters) {}

  @On(PrescriptionDelayed)
  async delayed({ branch, occurredAt, data: { prescriptionId } }: PrescriptionDelayed, tx: Tx): Promise<void> {
    const kind = 'PRESCRIPTION_DELAYED';
    await this.putDownLetters.execute(tx, { kind, branch, occurredAt, aboutId: prescriptionId, facts: {} });
  }
}
