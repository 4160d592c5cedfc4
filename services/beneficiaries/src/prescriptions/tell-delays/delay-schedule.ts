import { Injectable } from '@nestjs/common';
import { Schedule } from '#runtime';
import { TellDelays } from './tell-delays.js';

/** Days pass slowly. */
const EVERY_MS = 300_000;

/** Looks every few minutes which prescriptions have begun to wait too long. */
@Injectable()
export class DelaySchedule extends Schedule {
  constructor(tellDelays: TellDelays) {
    super({
      name: 'delays',
      everyMs: EVERY_MS,
      turn: async () => {
        const told = await tellDelays.execute();
        return told > 0 ? `${told} prescriptions wait too long` : undefined;
      },
    });
  }
}
