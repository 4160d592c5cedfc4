import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, refusing } from '#persistence';
import { lend } from '../../devices/device-acts.js';
import { deviceFor, keepDevice } from '../../devices/keep-device.js';
import { classesOn, momentIn, waitUntilPersonKnown } from '../../known/known.js';
import { NOT_AVAILABLE } from '../../reservations/reservation.refusals.js';
import { Loan } from '../loan.entity.js';

/** A device to be lent to a person. */
export interface LoanWish {
  deviceId: string;
  beneficiaryId: string;
  dueOn: string;
}

@Injectable()
export class LendDevice {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute(input: LoanWish, actor: Actor): Promise<Loan> {
    await waitUntilPersonKnown(this.db, input.beneficiaryId);
    return this.db.command(actor, Loan, async (tx) => {
      const device = await deviceFor(tx, input.deviceId, undefined, 'input.deviceId');
      const moment = await momentIn(tx, device.branch, this.clock.now());
      // Held shared, as a sale does: nobody is erased between this look and the last line.
      await classesOn(tx, input.beneficiaryId, moment.day);
      const { step, events } = lend(device, moment);
      const made = Loan.make(this.ids.next(), device, input.beneficiaryId, input.dueOn, moment);
      await refusing({ device_lent_once: () => NOT_AVAILABLE({ tag: device.tag }, 'input.deviceId') }, () =>
        tx.insert(Loan, made.loan),
      );
      await keepDevice(tx, device, step, this.ids, actor, moment.now);
      await this.outbox.add(tx, [...made.events, ...events], actor);
      return made.loan;
    });
  }
}
