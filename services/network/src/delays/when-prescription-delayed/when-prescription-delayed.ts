import { Injectable } from '@nestjs/common';
import { PrescriptionDelayed } from '#events';
import { On } from '#messaging';
import { Clock, Ids, type Tx } from '#persistence';

/** News a day old is none: whoever reads topics again from their beginning must not write to everybody. */
const NEWS_FOR_MS = 24 * 3_600_000;

/** Puts down that the managers of a branch are to be written to, in the transaction that learned of the delay: once to each. */
@Injectable()
export class WhenPrescriptionDelayed {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  @On(PrescriptionDelayed)
  async delayed({ branch, occurredAt, data: { prescriptionId } }: PrescriptionDelayed, tx: Tx): Promise<void> {
    const now = this.clock.now();
    if (branch === null || now.getTime() - occurredAt.getTime() > NEWS_FOR_MS) return;
    const managers: { id: string }[] = await tx.query(
      `SELECT id FROM member WHERE state = 'ACTIVE' AND role = 'BRANCH_MANAGER' AND $1 = ANY (branches) ORDER BY id`,
      [branch],
    );
    await tx.query(
      `INSERT INTO manager_letter (id, branch, member_id, prescription_id, state, due_at)
       SELECT l.id, $3, l.member_id, $4, 'WAITING', $5 FROM unnest($1::uuid[], $2::uuid[]) AS l(id, member_id)
       ON CONFLICT ON CONSTRAINT manager_letter_once DO NOTHING`,
      [managers.map(() => this.ids.next()), managers.map(({ id }) => id), branch, prescriptionId, now],
    );
  }
}
