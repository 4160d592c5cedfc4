import { Injectable } from '@nestjs/common';
import { Schedule } from '#runtime';
import { AnnounceAgeBands } from './announce-age-bands.js';

/** Often enough that a service restarted every day still finds its December. */
const EVERY_MS = 6 * 3_600_000;

/** Looks several times a day whether age bands are due; until then acts are only stamped with last year's band. */
@Injectable()
export class AgeBandSchedule extends Schedule {
  constructor(announceAgeBands: AnnounceAgeBands) {
    const turn = async () => {
      const announced = await announceAgeBands.execute();
      return announced > 0 ? `${announced} people announced` : undefined;
    };
    super({ name: 'age bands', everyMs: EVERY_MS, turn });
  }
}
