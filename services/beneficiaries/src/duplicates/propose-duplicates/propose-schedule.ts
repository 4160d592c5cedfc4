import { Injectable } from '@nestjs/common';
import { Schedule } from '#runtime';
import { ProposeDuplicates } from './propose-duplicates.js';

/** Soon enough that whoever enrolled somebody is still there to answer. */
const EVERY_MS = 10_000;

/** Looks every few seconds at who is new or changed; what was missed while the service was away is still marked. */
@Injectable()
export class ProposeSchedule extends Schedule {
  constructor(proposeDuplicates: ProposeDuplicates) {
    const turn = async () => {
      const proposed = await proposeDuplicates.execute();
      return proposed > 0 ? `${proposed} likely duplicates proposed` : undefined;
    };
    super({ name: 'likely duplicates', everyMs: EVERY_MS, turn });
  }
}
