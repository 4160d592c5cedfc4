import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { lockAggregate, Outbox } from '#messaging';
import { Clock, Database, type Tx } from '#persistence';
import { announcedThrough, BAND_AGES } from '../age-band.js';
import { Beneficiary } from '../beneficiary.entity.js';
import { Situation } from '../situation.entity.js';

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
    if (due.length === 0) return 0;
    const ids = due.map(({ id }) => id);
    for (const id of ids) await lockAggregate(tx, 'beneficiaries.people', id);
    const people = await tx.findBy(Beneficiary, { id: In(ids), voided: false });
    const rows = await tx.find(Situation, { where: { beneficiaryId: In(ids) }, order: { holdsFrom: 'ASC' } });
    const situations = Map.groupBy(rows, ({ beneficiaryId }) => beneficiaryId);
    const facts = people.flatMap((person) => person.announceBands(situations.get(person.id) ?? [], year, now));
    await tx.update(Beneficiary, { id: In(people.map(({ id }) => id)) }, { bandsAnnouncedThrough: year });
    await this.outbox.add(tx, facts);
    return due.length;
  }
}
