import { Injectable } from '@nestjs/common';
import { Schedule } from '#runtime';
import { CarryOutImports } from './carry-out-imports.js';

/** Whoever sent a list watches it go through. */
const EVERY_MS = 2_000;

/** Looks every other second for a list that waits; one that was under way when the service stopped goes on. */
@Injectable()
export class ImportSchedule extends Schedule {
  constructor(carryOutImports: CarryOutImports) {
    const turn = async () => {
      const rows = await carryOutImports.execute();
      return rows > 0 ? `${rows} rows of lists of people went through` : undefined;
    };
    super({ name: 'imports of people', everyMs: EVERY_MS, turn });
  }
}
