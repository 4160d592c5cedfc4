import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '#access';
import type { Fact } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, refusing, type Tx } from '#persistence';
import { seriesFor } from '../../series/series-for.js';
import { WorkshopSeries } from '../../series/workshop-series.entity.js';
import { endWaiting, endWaitingForSeries } from '../../waitlist/end-waiting.js';
import { wantedBy } from '../../waitlist/offer-seats.js';
import { type Seats, saveSeats, seatsOfSession } from '../../waitlist/seats-for.js';
import { NOTHING_TO_WAIT_FOR } from '../../waitlist/waitlist.refusals.js';
import { WaitlistEntry } from '../../waitlist/waitlist-entry.entity.js';
import { Enrolment } from '../enrolment.entity.js';
import { Session } from '../session.entity.js';
import { PEOPLE_OUT_OF_RANGE, SESSION_FULL } from '../session.refusals.js';
import { knownAmong, type PersonStanding, seatsHeldBy, standingsOf } from './standings.js';

/** Who is to have a seat, in one session or in a whole series. */
export interface PeopleToEnrol {
  readonly sessionId?: string | null | undefined;
  readonly seriesId?: string | null | undefined;
  readonly beneficiaryIds: readonly string[];
}

const MOST = 300;

/**
 * Gives seats to a list of people in its order, as long as there are any; whoever comes after waits in line, in the same order. All of
 * it in one transaction: the list is through, or nothing of it is.
 */
@Injectable()
export class EnrolPeople {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Where each of them stands afterwards. */
  async execute(input: PeopleToEnrol, actor: Actor): Promise<PersonStanding[]> {
    const people = [...new Set(input.beneficiaryIds)];
    if (people.length === 0 || people.length > MOST) throw PEOPLE_OUT_OF_RANGE({ most: MOST }, 'input.beneficiaryIds');
    await this.db.require(actor);
    const known = await this.db.look((tx) => knownAmong(tx, people));
    const usable = people.filter((id) => known.get(id) === false);
    const { sessionId = null, seriesId = null } = input;
    if (sessionId !== null && seriesId === null)
      await this.db.command(actor, Session, async (tx) => {
        const seats = await seatsOfSession(tx, sessionId);
        seats.session.requireOpen();
        await this.enrol(tx, seats, [seats.session], usable, { sessionId, seriesId }, actor);
        return seats.session;
      });
    else if (seriesId !== null && sessionId === null)
      await this.db.command(actor, WorkshopSeries, async (tx) => {
        const seats = await seriesFor(tx, seriesId);
        const wanted = seats.series.toCome(seats.sessions, null, this.clock.now());
        await this.enrol(tx, seats, wanted, usable, { sessionId, seriesId }, actor);
        return seats.series;
      });
    else throw NOTHING_TO_WAIT_FOR({}, 'input.sessionId');
    return this.db.read(actor, (tx) => standingsOf(tx, people, known, { sessionId, seriesId }));
  }

  private async enrol(
    tx: Tx,
    seats: Seats,
    sessions: readonly Session[],
    people: readonly string[],
    where: { sessionId: string | null; seriesId: string | null },
    actor: Actor,
  ): Promise<void> {
    const now = this.clock.now();
    const held = await seatsHeldBy(tx, people, sessions);
    const inLine = await waitingAmong(tx, people, where);
    const enrolments: Enrolment[] = [];
    const entries: WaitlistEntry[] = [];
    const facts: Fact[] = [];
    for (const beneficiaryId of people) {
      const wanted = sessions.filter(({ id }) => !held.get(beneficiaryId)?.has(id));
      if (wanted.length === 0) continue;
      if (wanted.every((session) => session.seatsTaken + session.seatsHeld < session.seats)) {
        for (const session of wanted) {
          session.seatsTaken += 1;
          const given = Enrolment.confirm(this.ids.next(), session, beneficiaryId, now);
          enrolments.push(given.enrolment);
          facts.push(...given.events);
        }
        if (inLine.has(beneficiaryId)) facts.push(...(await endWait(tx, seats, where.sessionId, beneficiaryId, now)));
      } else if (!inLine.has(beneficiaryId)) {
        const branch = sessions[0]?.branch ?? '';
        const joined = WaitlistEntry.join(this.ids.next(), { branch, beneficiaryId, ...where }, now);
        if (wantedBy(joined.entry, seats, now).length === 0) continue;
        entries.push(joined.entry);
        facts.push(...joined.events);
      }
    }
    const full = () => SESSION_FULL({ seats: sessions[0]?.seats ?? 0 });
    await refusing({ session_never_overbooked: full }, () => saveSeats(tx, sessions));
    if (enrolments.length > 0) await tx.insert(Enrolment, enrolments);
    if (entries.length > 0) await tx.insert(WaitlistEntry, entries);
    await this.outbox.add(tx, facts, actor);
  }
}

/** Of these people, who is in line for just that. */
async function waitingAmong(
  tx: Tx,
  people: readonly string[],
  { sessionId, seriesId }: { sessionId: string | null; seriesId: string | null },
): Promise<ReadonlySet<string>> {
  const entries = await tx.find(WaitlistEntry, {
    where: {
      ...(sessionId === null ? {} : { sessionId }),
      ...(seriesId === null ? {} : { seriesId }),
      beneficiaryId: In([...people]),
      state: In(['WAITLISTED', 'OFFERED']),
    },
  });
  return new Set(entries.map(({ beneficiaryId }) => beneficiaryId));
}

function endWait(tx: Tx, seats: Seats, sessionId: string | null, beneficiaryId: string, now: Date): Promise<Fact[]> {
  return sessionId === null
    ? endWaitingForSeries(tx, seats, beneficiaryId, now)
    : endWaiting(tx, sessionId, beneficiaryId, now);
}
