import { Injectable } from '@nestjs/common';
import { signLink } from '#access';
import { Clock, Database, Ids } from '#persistence';
import { Carriers, type Message } from '../carriers/carriers.js';
import { attemptOf, outcomeOf } from '../carriers/outcome.js';
import { NoticeSettings } from '../notice-settings.js';
import { type Claimed, claimDue, planReminders, writeOffLost } from './due-notices.js';
import { calendarFor } from './notice-calendar.js';
import { mailOf, smsOf } from './notice-letter.js';

/**
 * Sends what people are to be told, each notice once. That it is being sent is written down and committed before anything goes: whoever
 * dies in between leaves it as that, and it never goes again. Only what a carrier certainly has nothing of is tried once more.
 */
@Injectable()
export class SendNotices {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly settings: NoticeSettings,
    private readonly carriers: Carriers,
  ) {}

  /** Sends all that is due; gives how many went. */
  async execute(): Promise<number> {
    const now = this.clock.now();
    await this.db.work(async (tx) => {
      await planReminders(tx, this.ids, this.settings, now);
      await writeOffLost(tx, now);
    });
    for (let sent = 0; ; ) {
      const { claimed, seen } = await this.db.work((tx) => claimDue(tx, this.settings, now));
      for (const notice of claimed) sent += await this.send(notice);
      if (seen === 0) return sent;
    }
  }

  private async send(notice: Claimed): Promise<number> {
    const outcome = await outcomeOf(this.carriers, notice.channel, () => this.messageOf(notice), notice.tries);
    const { state, why, againAt, sentAt, deliveredAt } = attemptOf(outcome, notice.tries, this.clock.now());
    await this.db.work((tx) =>
      tx.query(
        `UPDATE notice SET state = $2, why = $3, due_at = coalesce($4, due_at), sent_at = $5, delivered_at = $6
         WHERE id = $1 AND state = 'PROCESSED'`,
        [notice.id, state, why, againAt, sentAt, deliveredAt],
      ),
    );
    return sentAt ? 1 : 0;
  }

  private messageOf(notice: Claimed): Message {
    const { id, kind, sessions, city, zone, channel, to, name, offer_id: offerId, offered_until: until } = notice;
    // After the hash mark: what stands there is sent to no server, and so kept in no log.
    const link =
      offerId && new URL(`/offers#${signLink(offerId, this.settings.offerKey)}`, this.settings.publicUrl).href;
    const say = { kind, sessions, city, zone, offer: link && until ? { link, until } : null };
    const { subject, text } = channel === 'MAIL' ? mailOf(say) : { subject: '', text: smsOf(say) };
    const from = this.settings.post?.MAIL_FROM ?? '';
    const about = { cancelled: kind === 'CANCELLATION', city, now: this.clock.now(), from, to, name };
    const attachments = channel === 'MAIL' && kind !== 'REMINDER' ? calendarFor(sessions, about) : [];
    return { to, name, subject, text, attachments, reference: id };
  }
}
