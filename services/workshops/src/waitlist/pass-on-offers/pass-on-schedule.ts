import { Injectable } from '@nestjs/common';
import { Schedule } from '#runtime';
import { PassOnOffers } from './pass-on-offers.js';

/** Nobody waits for an offer by the second. */
const EVERY_MS = 15_000;

/** Looks every few seconds whether offers are over; the rule itself reads the clock. */
@Injectable()
export class PassOnSchedule extends Schedule {
  constructor(passOnOffers: PassOnOffers) {
    super({
      name: 'waiting lists',
      everyMs: EVERY_MS,
      turn: async () => {
        await passOnOffers.execute();
        return undefined;
      },
    });
  }
}
