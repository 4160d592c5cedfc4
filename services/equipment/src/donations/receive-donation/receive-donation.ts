import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { NOT_FOUND, NOT_YET_KNOWN } from '#errors';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, type Tx, waitUntilKnown } from '#persistence';
import { yearOf } from '#runtime';
import { momentIn } from '../../known/known.js';
import { Donation, type LotDescription } from '../donation.entity.js';
import { DONOR_FORGOTTEN } from '../donation.refusals.js';
import { Lot } from '../lot.entity.js';

/** What a donor gave. */
export interface Gift {
  branch?: string | null | undefined;
  donorId: string;
  lots: LotDescription[];
}

@Injectable()
export class ReceiveDonation {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute(input: Gift, actor: Actor): Promise<Donation> {
    const branch = branchOf(actor, input.branch);
    await this.db.require(actor);
    await this.waitUntilDonorKnown(input.donorId, branch);
    return this.db.command(actor, Donation, async (tx) => {
      const moment = await momentIn(tx, branch, this.clock.now());
      const { donorId, lots: described } = input;
      const first = await lotNumbers(tx, branch, moment.day, described.length);
      const lotOf = (index: number) => ({ id: this.ids.next(), code: codeOf(branch, moment.day, first + index) });
      const { donation, lots, events } = Donation.receive(
        { id: this.ids.next(), branch, donorId, receivedBy: actor.subject, lots: described },
        lotOf,
        moment,
      );
      await tx.insert(Donation, donation);
      await tx.insert(Lot, lots);
      await this.outbox.add(tx, events, actor);
      return donation;
    });
  }

  /** A donor may have been registered a moment ago, in another service. */
  private async waitUntilDonorKnown(donorId: string, branch: string): Promise<void> {
    await waitUntilKnown(this.db, async (tx) => {
      const [donor]: { branch: string; forgotten: boolean }[] = await tx.query(
        'SELECT branch, forgotten FROM known_donor WHERE donor_id = $1',
        [donorId],
      );
      if (!donor) return NOT_YET_KNOWN({ what: 'Donateur', whatEn: 'Donor' }, 'input.donorId');
      if (donor.branch !== branch) throw NOT_FOUND({ what: 'Donateur', whatEn: 'Donor' }, 'input.donorId');
      if (donor.forgotten) throw DONOR_FORGOTTEN({}, 'input.donorId');
      return undefined;
    });
  }
}

/** The first of so many numbers in a row; two who receive at the same time take turns. */
async function lotNumbers(tx: Tx, branch: string, day: string, count: number): Promise<number> {
  const [counter]: { last: number }[] = await tx.query(
    `INSERT INTO lot_counter AS counter (branch, year, last) VALUES ($1, $2, $3)
     ON CONFLICT (branch, year) DO UPDATE SET last = counter.last + $3 RETURNING last`,
    [branch, yearOf(day), count],
  );
  return (counter?.last ?? count) - count + 1;
}

function codeOf(branch: string, day: string, number: number): string {
  return `${branch}-L${day.slice(2, 4)}-${String(number).padStart(4, '0')}`;
}
