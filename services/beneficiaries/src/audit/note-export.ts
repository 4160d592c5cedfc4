import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { type Tx, within } from '#persistence';
import { ExportWitness } from '#runtime';
import { AuditTrail, type PersonOfBranch } from './audit-trail.js';

/** Writes down that everything held of a person was handed out. */
@Injectable()
export class NoteExport extends ExportWitness {
  constructor(private readonly trail: AuditTrail) {
    super();
  }

  async note(tx: Tx, beneficiaryId: string, actor: Actor): Promise<void> {
    const values: unknown[] = [beneficiaryId];
    const people: PersonOfBranch[] = await tx.query(
      `SELECT id, branch FROM beneficiary WHERE id = $1 AND ${within(tx, values)}`,
      values,
    );
    await this.trail.note(tx, actor, people, {
      action: 'EXPORT',
      purpose: 'export-beneficiary',
      fields: ['everything'],
    });
  }
}
