import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { NOT_FOUND } from '#errors';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { release } from '../../devices/device-acts.js';
import { deviceFor, keepDevice } from '../../devices/keep-device.js';
import { momentIn } from '../../known/known.js';
import { endReservation } from '../end-reservation.js';
import { Reservation } from '../reservation.entity.js';
import { RESERVATION_ENDED } from '../reservation.refusals.js';

/** A reservation that is given up. */
export interface Release {
  id: string;
}

@Injectable()
export class ReleaseReservation {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: Release, actor: Actor): Promise<Reservation> {
    return this.db.command(actor, Reservation, async (tx) => {
      const found = await tx.findOneBy(Reservation, { id: input.id });
      if (!found) throw NOT_FOUND({ what: 'Réservation', whatEn: 'Reservation' }, 'input.id');
      const device = await deviceFor(tx, found.deviceId);
      const moment = await momentIn(tx, found.branch, this.clock.now());
      const ended = await endReservation(tx, device.id, 'RELEASED', moment);
      if (ended[0]?.data['reservationId'] !== found.id) throw RESERVATION_ENDED({}, 'input.id');
      const { step, events } = release(device, 'RELEASED', moment);
      await keepDevice(tx, device, step, this.ids, actor, moment.now);
      await this.outbox.add(tx, [...ended, ...events], actor);
      return tx.findOneByOrFail(Reservation, { id: found.id });
    });
  }
}
