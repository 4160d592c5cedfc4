import { Injectable } from '@nestjs/common';
import { Schedule } from '#runtime';
import { TellGaps } from './tell-gaps.js';

/** Days pass slowly. */
const EVERY_MS = 300_000;

/** Looks every few minutes which of the shifts that are near lack somebody. */
@Injectable()
export class GapSchedule extends Schedule {
  constructor(tellGaps: TellGaps) {
    super({
      name: 'shift gaps',
      everyMs: EVERY_MS,
      turn: async () => {
        const told = await tellGaps.execute();
        return told > 0 ? `${told} shifts lack somebody` : undefined;
      },
    });
  }
}
