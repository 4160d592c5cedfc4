import { Injectable } from '@nestjs/common';
import { Schedule } from '#runtime';
import { SealAudit } from './seal-audit.js';

const SEAL_EVERY_MS = 60_000;
const FORGET_EVERY = 60;

/** Seals the trail each minute, lets go of what is older than its year each hour, and tells the log how far the chain is. */
@Injectable()
export class SealSchedule extends Schedule {
  private turns = 0;

  constructor(private readonly sealAudit: SealAudit) {
    // What is not sealed is said by `verify`.
    super({ name: 'audit', everyMs: SEAL_EVERY_MS, turn: () => this.turn() });
  }

  private async turn(): Promise<string | undefined> {
    await this.sealAudit.execute();
    const said = this.turns % FORGET_EVERY === 0 ? await this.forget() : undefined;
    this.turns += 1;
    return said;
  }

  private async forget(): Promise<string | undefined> {
    await this.sealAudit.forget();
    // The log is kept elsewhere: a chain made anew in the database would not hold this seal.
    const latest = await this.sealAudit.latest();
    return latest ? `sealed through ${latest.number}:${latest.hash}` : undefined;
  }
}
