import { Injectable } from '@nestjs/common';
import { Schedule } from '#runtime';
import { ExpireReservations } from './expire-reservations.js';

const EVERY_MS = 60_000;

/** Looks each minute for reservations that have run out. */
@Injectable()
export class ExpirySchedule extends Schedule {
  constructor(expireReservations: ExpireReservations) {
    super({
      name: 'reservations',
      everyMs: EVERY_MS,
      turn: async () => {
        await expireReservations.execute();
        return undefined;
      },
    });
  }
}
