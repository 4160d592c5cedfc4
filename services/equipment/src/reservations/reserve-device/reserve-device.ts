import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, refusing } from '#persistence';
import { reserve } from '../../devices/device-acts.js';
import { deviceFor, keepDevice } from '../../devices/keep-device.js';
import { classesOn, momentIn, waitUntilPersonKnown } from '../../known/known.js';
import { Reservation } from '../reservation.entity.js';
import { NOT_AVAILABLE } from '../reservation.refusals.js';

/** A device to be kept for a person. */
export interface ReservationWish {
  deviceId: string;
  beneficiaryId: string;
  days?: number | null | undefined;
}

const USUAL_DAYS = 7;

@Injectable()
export class ReserveDevice {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute(input: ReservationWish, actor: Actor): Promise<Reservation> {
    await waitUntilPersonKnown(this.db, input.beneficiaryId);
    return this.db.command(actor, Reservation, async (tx) => {
      const device = await deviceFor(tx, input.deviceId, undefined, 'input.deviceId');
      const moment = await momentIn(tx, device.branch, this.clock.now());
      // Held shared, as a sale does: nobody is erased between this look and the last line.
      await classesOn(tx, input.beneficiaryId, moment.day);
      const days = input.days ?? USUAL_DAYS;
      const { step, events } = reserve(device, moment);
      const made = Reservation.make(this.ids.next(), device, input.beneficiaryId, days, moment);
      await refusing({ device_reserved_once: () => NOT_AVAILABLE({ tag: device.tag }, 'input.deviceId') }, () =>
        tx.insert(Reservation, made.reservation),
      );
      await keepDevice(tx, device, step, this.ids, actor, moment.now);
      await this.outbox.add(tx, [...made.events, ...events], actor);
      return made.reservation;
    });
  }
}
