import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { optionalText } from '#errors';
import type { EquipmentState } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { endTicket } from '../../after-sales/end-ticket.js';
import { momentIn } from '../../known/known.js';
import { endLoan } from '../../loans/end-loan.js';
import type { LoanEnd } from '../../loans/loan.entity.js';
import { endReservation } from '../../reservations/end-reservation.js';
import { Device } from '../device.entity.js';
import { move } from '../device-acts.js';
import { deviceFor, keepDevice } from '../keep-device.js';

/** Where a device goes next in its life. */
export interface Move {
  id: string;
  state: EquipmentState;
  reason?: string | null | undefined;
  expectedVersion?: number | null | undefined;
}

/** What a lent device that is moved by hand says of its loan. */
const END_OF_LOAN: Partial<Record<EquipmentState, LoanEnd>> = { LOST: 'LOST', IN_REFURBISHMENT: 'DAMAGED' };

@Injectable()
export class MoveDevice {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: Move, actor: Actor): Promise<Device> {
    return this.db.command(actor, Device, async (tx) => {
      const device = await deviceFor(tx, input.id, input.expectedVersion);
      const moment = await momentIn(tx, device.branch, this.clock.now());
      const reason = optionalText(input.reason, 'input.reason', { max: 500 });
      const ended = [
        ...(await endReservation(tx, device.id, 'RELEASED', moment)),
        ...(await endLoan(tx, device.id, END_OF_LOAN[input.state] ?? 'RETURNED', reason, moment)),
        ...(input.state === 'DISTRIBUTED'
          ? await endTicket(tx, device.id, { outcome: 'REPAIRED', note: reason }, moment)
          : []),
      ];
      const { step, events } = move(device, input.state, reason, moment);
      await keepDevice(tx, device, step, this.ids, actor, moment.now);
      await this.outbox.add(tx, [...ended, ...events], actor);
      return device;
    });
  }
}
