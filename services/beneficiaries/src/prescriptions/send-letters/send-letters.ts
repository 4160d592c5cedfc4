import { Injectable } from '@nestjs/common';
import { Clock, Database, Ids } from '#persistence';
import { Carriers } from '../../notices/carriers/carriers.js';
import { attemptOf, outcomeOf } from '../../notices/carriers/outcome.js';
import { PrescriberLinks } from '../prescriber-links.js';
import { type ClaimedLetter, claimLetters, planFirstSeen, writeOffLostLetters } from './due-letters.js';
import { letterOf } from './letter-words.js';

/** Writes to prescribers without an account, each letter once, by the rules of notices. */
@Injectable()
export class SendLetters {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly links: PrescriberLinks,
    private readonly carriers: Carriers,
  ) {}

  /** Sends all that is due; gives how many went. */
  async execute(): Promise<number> {
    const now = this.clock.now();
    await this.db.work(async (tx) => {
      await planFirstSeen(tx, this.ids, now);
      await writeOffLostLetters(tx, now);
    });
    for (let sent = 0; ; ) {
      const { claimed, seen } = await this.db.work((tx) => claimLetters(tx, now));
      for (const letter of claimed) sent += await this.send(letter);
      if (seen === 0) return sent;
    }
  }

  private async send({ id, kind, prescriptionId, to, tries }: ClaimedLetter): Promise<number> {
    const link = prescriptionId === null ? this.links.toWrite(id) : this.links.toFollow(prescriptionId);
    const message = () => ({ to, name: '', ...letterOf(kind, link), attachments: [], reference: id });
    const outcome = await outcomeOf(this.carriers, 'MAIL', message, tries);
    const { state, why, againAt, sentAt } = attemptOf(outcome, tries, this.clock.now());
    await this.db.work((tx) =>
      tx.query(
        `UPDATE prescriber_letter SET state = $2, why = $3, due_at = coalesce($4, due_at), sent_at = $5 WHERE id = $1 AND state = 'PROCESSED'`,
        [id, state, why, againAt, sentAt],
      ),
    );
    return sentAt ? 1 : 0;
  }
}
