import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { BENEFICIARY_RESTRICTED } from '#errors';
import { type Fact } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, refusing, type Tx } from '#persistence';
import { Enrolment } from '../../sessions/enrolment.entity.js';
import { type Session } from '../../sessions/session.entity.js';
import { SESSION_FULL } from '../../sessions/session.refusals.js';
import { offerOf } from '../offer-link.js';
import { enrolledAmong, OfferSeats, release, saveEntries } from '../offer-seats.js';
import { OfferSettings } from '../offer-settings.js';
import { type Seats, saveSeats } from '../seats-for.js';
import { NO_OFFER, OFFER_LAPSED } from '../waitlist.refusals.js';
import { WaitlistEntry } from '../waitlist-entry.entity.js';
import { waitlistEntryFor } from '../waitlist-entry-for.js';

/** What is done with an offer. */
export type OfferAnswer = 'accept' | 'decline';

/** What somebody with a link is shown: when and where, never who. */
export interface OfferShown {
  readonly title: string;
  /** Null for a branch of which the city was not told yet. */
  readonly city: string | null;
  readonly zone: string;
  readonly offeredUntil: string;
  readonly sessions: readonly { readonly startsAt: string; readonly endsAt: string; readonly room: string | null }[];
}

/** Takes an offer or turns it down: by staff on the person’s word, or by whoever holds its link. The first answer counts. */
@Injectable()
export class AnswerOffer {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly offerSeats: OfferSeats,
    private readonly settings: OfferSettings,
  ) {}

  /** Refuses `NO_OFFER`, `OFFER_LAPSED`, `OFFER_USED`, `BENEFICIARY_RESTRICTED`, `NOT_FOUND`. */
  byStaff(answer: OfferAnswer, waitlistEntryId: string, actor: Actor): Promise<WaitlistEntry> {
    return this.db.command(actor, WaitlistEntry, async (tx) => {
      const { entry, seats } = await waitlistEntryFor(tx, { id: waitlistEntryId });
      await this.outbox.add(tx, await this.answered(tx, answer, entry, seats), actor);
      return entry;
    });
  }

  /** Refuses `OFFER_FORGED`, `NO_OFFER`, `OFFER_LAPSED`, `OFFER_USED`. */
  async byLink(answer: OfferAnswer, token: string): Promise<void> {
    const offerId = offerOf(token, this.settings.linkKey);
    await this.db.work(async (tx) => {
      const { entry, seats } = await this.entryOf(tx, offerId);
      await this.outbox.add(tx, await this.answered(tx, answer, entry, seats));
    });
  }

  /** What a link offers, while it may be answered. Refuses `OFFER_FORGED`, `NO_OFFER`, `OFFER_LAPSED`, `OFFER_USED`. */
  async show(token: string): Promise<OfferShown> {
    const offerId = offerOf(token, this.settings.linkKey);
    return this.db.work(async (tx) => {
      const { entry, seats } = await this.entryOf(tx, offerId);
      const now = this.clock.now();
      entry.requireOffer(now);
      const sessions = stillOffered(entry, seats, now);
      const [first] = sessions;
      if (!first || !entry.offeredUntil) throw OFFER_LAPSED({});
      return {
        title: first.title,
        city: await cityOf(tx, entry.branch),
        zone: first.zone,
        offeredUntil: entry.offeredUntil.toISOString(),
        sessions: sessions.map(({ startsAt, endsAt, room }) => ({
          ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), room },
        })),
      };
    });
  }

  private async entryOf(tx: Tx, offerId: string) {
    // An offer that was followed by another, or whose person was erased: its link is worth nothing any more.
    if (!(await tx.existsBy(WaitlistEntry, { offerId }))) throw NO_OFFER({}, 'token');
    return waitlistEntryFor(tx, { offerId });
  }

  private async answered(tx: Tx, answer: OfferAnswer, entry: WaitlistEntry, seats: Seats): Promise<Fact[]> {
    const now = this.clock.now();
    const wanted = stillOffered(entry, seats, now);
    const events = answer === 'accept' ? entry.accept(now) : entry.decline(now);
    release(entry, seats.sessions);
    if (answer === 'accept') {
      if (wanted.length === 0) throw OFFER_LAPSED({});
      events.push(...(await this.enrol(tx, entry, wanted, now)));
    }
    await refusing({ session_never_overbooked: () => SESSION_FULL({ seats: wanted[0]?.seats ?? 0 }) }, () =>
      saveSeats(tx, seats.sessions),
    );
    await saveEntries(tx, [entry]);
    return [...events, ...(await this.offerSeats.execute(tx, seats, now))];
  }

  private async enrol(tx: Tx, entry: WaitlistEntry, wanted: readonly Session[], now: Date): Promise<Fact[]> {
    await refuseWhoIsSetAside(tx, entry.beneficiaryId);
    const already = await enrolledAmong(tx, wanted, entry.beneficiaryId);
    const given = wanted
      .filter(({ id }) => !already.has(id))
      .map((session) => {
        session.seatsTaken += 1;
        return Enrolment.confirm(this.ids.next(), session, entry.beneficiaryId, now);
      });
    if (given.length > 0)
      await tx.insert(
        Enrolment,
        given.map(({ enrolment }) => enrolment),
      );
    return given.flatMap(({ events }) => events);
  }
}

/** The record may have been set aside, or voided, since they got in line. */
async function refuseWhoIsSetAside(tx: Tx, beneficiaryId: string): Promise<void> {
  const [person]: { restricted: boolean; voided: boolean }[] = await tx.query(
    'SELECT restricted, voided FROM known_person WHERE beneficiary_id = $1',
    [beneficiaryId],
  );
  if (person?.restricted) throw BENEFICIARY_RESTRICTED({});
  if (person?.voided) throw NO_OFFER({});
}

async function cityOf(tx: Tx, branch: string): Promise<string | null> {
  const [row]: { city: string | null }[] = await tx.query('SELECT city FROM known_branch WHERE branch = $1', [branch]);
  return row?.city ?? null;
}

/** The sessions of an offer that still stand and have not begun. */
function stillOffered(entry: WaitlistEntry, { sessions }: Seats, now: Date): Session[] {
  return sessions.filter(
    ({ id, state, startsAt }) => entry.offeredSessionIds.includes(id) && state === 'SCHEDULED' && startsAt > now,
  );
}
