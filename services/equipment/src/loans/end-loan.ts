import type { Fact } from '#events';
import type { Tx } from '#persistence';
import type { Moment } from '../known/known.js';
import { Loan, type LoanEnd } from './loan.entity.js';

/** Ends whatever loan this device is out for, whose head is locked; nothing when it is out for none. */
export async function endLoan(
  tx: Tx,
  deviceId: string,
  how: LoanEnd,
  condition: string | null,
  moment: Moment,
): Promise<Fact[]> {
  const loan = await tx
    .createQueryBuilder(Loan, 'l')
    .where('l.device_id = :deviceId AND l.ended_at IS NULL', { deviceId })
    .setLock('pessimistic_write')
    .getOne();
  if (!loan) return [];
  const events = loan.end(how, condition, moment);
  const { endedAt } = loan;
  await tx.update(Loan, { id: loan.id }, { endedAt, how, condition });
  return events;
}
