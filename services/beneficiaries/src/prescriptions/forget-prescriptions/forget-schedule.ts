import { Injectable } from '@nestjs/common';
import { Schedule } from '#runtime';
import { ForgetPrescriptions } from './forget-prescriptions.js';

const EVERY_MS = 3_600_000;

/** Looks every hour whose prescriptions may be forgotten. */
@Injectable()
export class ForgetSchedule extends Schedule {
  constructor(forgetPrescriptions: ForgetPrescriptions) {
    const turn = async () => {
      const forgotten = await forgetPrescriptions.execute();
      return forgotten > 0 ? `${forgotten} prescriptions forgotten` : undefined;
    };
    super({ name: 'prescriptions', everyMs: EVERY_MS, turn });
  }
}
