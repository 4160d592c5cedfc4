import { Injectable } from '@nestjs/common';
import { lockAggregate, Outbox } from '#messaging';
import { Clock, Database, type Tx } from '#persistence';
import { BAND_AGES } from '../age-band.js';
import { announcedThrough, Beneficiary } from '../beneficiary.entity.js';
import { situationsOf } from '../beneficiary-record.js';

const BATCH = 500;

/**
 * Announces the age bands that 1 January brings, in December: an act of that morning must find them. A year nobody
 * announced is made up for. Running it again, or twice at once, announces nothing twice.
 */
@Injectable()
export class AnnounceAgeBands {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** How many people another band was announced of. */
  async execute(): Promise<number> {
    let announced = 0;
    for (;;) {
      const batch = await this.db.work((tx) => this.announceSome(tx));
      announced += batch;
      if (batch < BATCH) return announced;
    }
  }

  private async announceSome(tx: Tx): Promise<number> {
    const now = this.clock.now();
    // The UTC day for everybody: a zone is at most a day off, and December is announced a month ahead.
    const year = announcedThrough(now.toISOString().slice(0, 10));
    const due: { id: string }[] = await tx.query(
      `SELECT id FROM beneficiary
       WHERE birth_year IS NOT NULL AND NOT voided
         AND EXISTS (SELECT 1 FROM unnest($1::int[]) AS age
                     WHERE birth_year + age > bands_announced_through AND birth_year + age <= $2)
       ORDER BY id LIMIT $3`,
      [BAND_AGES, year, BATCH],
    );
    for (const { id } of due) {
      await lockAggregate(tx, 'beneficiaries.people', id);
      const beneficiary = await tx.findOneByOrFail(Beneficiary, { id });
      if (beneficiary.voided) continue;
      const facts = beneficiary.announceBands(await situationsOf(tx, id), year, now);
      await tx.update(Beneficiary, { id }, { bandsAnnouncedThrough: beneficiary.bandsAnnouncedThrough });
      await this.outbox.add(tx, facts);
    }
    return due.length;
  }
}
