import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { NOT_FOUND, optionalText } from '#errors';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { bringBack } from '../../devices/device-acts.js';
import { deviceFor, keepDevice } from '../../devices/keep-device.js';
import { momentIn } from '../../known/known.js';
import { endLoan } from '../end-loan.js';
import { Loan } from '../loan.entity.js';
import { LOAN_ENDED } from '../loan.refusals.js';

/** A loan that is brought back. */
export interface LoanReturn {
  id: string;
  damaged: boolean;
  condition?: string | null | undefined;
}

@Injectable()
export class ReturnDevice {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: LoanReturn, actor: Actor): Promise<Loan> {
    return this.db.command(actor, Loan, async (tx) => {
      const found = await tx.findOneBy(Loan, { id: input.id });
      if (!found) throw NOT_FOUND({ what: 'Prêt', whatEn: 'Loan' }, 'input.id');
      const device = await deviceFor(tx, found.deviceId);
      const moment = await momentIn(tx, found.branch, this.clock.now());
      const condition = optionalText(input.condition, 'input.condition', { max: 500 });
      const ended = await endLoan(tx, device.id, input.damaged ? 'DAMAGED' : 'RETURNED', condition, moment);
      if (ended[0]?.data['loanId'] !== found.id) throw LOAN_ENDED({}, 'input.id');
      const { step, events } = bringBack(device, condition, moment);
      await keepDevice(tx, device, step, this.ids, actor, moment.now);
      await this.outbox.add(tx, [...ended, ...events], actor);
      return tx.findOneByOrFail(Loan, { id: found.id });
    });
  }
}
