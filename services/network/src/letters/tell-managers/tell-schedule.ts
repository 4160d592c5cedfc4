import { Injectable } from '@nestjs/common';
import { Schedule } from '#runtime';
import { TellManagers } from './tell-managers.js';

const EVERY_MS = 10_000;

/** Looks every few seconds which managers are to be written to. */
@Injectable()
export class TellSchedule extends Schedule {
  constructor(tellManagers: TellManagers) {
    super({
      name: 'manager letters',
      everyMs: EVERY_MS,
      turn: async () => {
        const sent = await tellManagers.execute();
        return sent === 0 ? undefined : `${sent} managers told`;
      },
    });
  }
}
