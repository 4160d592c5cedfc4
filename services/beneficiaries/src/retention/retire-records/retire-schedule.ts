import { Injectable } from '@nestjs/common';
import { Schedule } from '#runtime';
import { RetireRecords } from './retire-records.js';

const EVERY_MS = 3_600_000;

/** Looks every hour whose time of keeping is over; the rule itself reads the clock. */
@Injectable()
export class RetireSchedule extends Schedule {
  constructor(retireRecords: RetireRecords) {
    const turn = async () => {
      const { setAside, erased } = await retireRecords.execute();
      return setAside + erased > 0 ? `${setAside} records set aside, ${erased} erased` : undefined;
    };
    super({ name: 'retention', everyMs: EVERY_MS, turn });
  }
}
