import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  type Fact,
  happened,
  OfferAccepted,
  OfferDeclined,
  OfferLapsed,
  SeatOffered,
  WaitlistEntryEnded,
  WaitlistJoined,
} from '#events';
import { DateTime, Uuid } from '#runtime';
import { type Session } from '../sessions/session.entity.js';
import { NO_OFFER, NOT_WAITING, OFFER_LAPSED, OFFER_USED } from './waitlist.refusals.js';

/** WAITLISTED: in line · OFFERED: a seat is held · CONFIRMED: enrolled from an offer · CANCELLED: waits no longer. */
export const WaitlistState = {
  WAITLISTED: 'WAITLISTED',
  OFFERED: 'OFFERED',
  CONFIRMED: 'CONFIRMED',
  CANCELLED: 'CANCELLED',
} as const;
export type WaitlistState = keyof typeof WaitlistState;
registerEnumType(WaitlistState, {
  name: 'WaitlistState',
  description:
    'WAITLISTED in line, OFFERED a seat is held, CONFIRMED enrolled from an offer, CANCELLED waits no longer.',
});

/** Why somebody waits no longer. */
export type EndedBecause = 'WITHDRAWN' | 'DECLINED' | 'LAPSED' | 'STARTED' | 'CALLED_OFF' | 'ENROLLED' | 'ERASED';

@Entity()
@ObjectType({ description: 'A person’s place in the line for a full session, or for a full series.' })
export class WaitlistEntry {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the place in line.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('uuid')
  beneficiaryId: string;

  @Column('uuid', { nullable: true })
  sessionId: string | null;

  @Column('uuid', { nullable: true })
  seriesId: string | null;

  @Column('text')
  @Field(() => WaitlistState, { description: 'WAITLISTED, OFFERED, CONFIRMED or CANCELLED.' })
  state: WaitlistState;

  @Column('text', { nullable: true })
  endedBecause: EndedBecause | null;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'Since when they wait.' })
  joinedAt: Date;

  /** The order of the line, given under its lock: a clock may be set back. */
  @Column({ type: 'bigint', insert: false, update: false })
  place: string;

  /** New with each offer; what a link names. */
  @Column('uuid', { nullable: true })
  offerId: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When a seat was offered.' })
  offeredAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'Until when the seat is held.' })
  offeredUntil: Date | null;

  @Column('uuid', { array: true })
  offeredSessionIds: string[];

  static join(
    id: string,
    wanted: { branch: string; beneficiaryId: string; sessionId: string | null; seriesId: string | null },
    now: Date,
  ): { entry: WaitlistEntry; events: Fact[] } {
    const entry = Object.assign(new WaitlistEntry(), {
      id,
      ...wanted,
      state: 'WAITLISTED',
      endedBecause: null,
      joinedAt: now,
      offerId: null,
      offeredAt: null,
      offeredUntil: null,
      offeredSessionIds: [],
    } satisfies Partial<WaitlistEntry>);
    return { entry, events: [happened(WaitlistJoined, { branch: entry.branch, at: now, data: entry.facts() })] };
  }

  /** Seats of these sessions are held from here on. */
  offer(offerId: string, sessions: readonly Session[], offeredUntil: Date, now: Date): Fact[] {
    const offeredSessionIds = sessions.map(({ id }) => id);
    Object.assign(this, { state: 'OFFERED', offerId, offeredAt: now, offeredUntil, offeredSessionIds });
    const data = { ...this.offerFacts(), offeredUntil: offeredUntil.toISOString() };
    return [happened(SeatOffered, { branch: this.branch, at: now, data })];
  }

  /** Refuses `OFFER_USED`, `OFFER_LAPSED`, `NO_OFFER`. */
  accept(now: Date): Fact[] {
    this.requireOffer(now);
    this.state = 'CONFIRMED';
    return [happened(OfferAccepted, { branch: this.branch, at: now, data: this.offerFacts() })];
  }

  /** Refuses `OFFER_USED`, `OFFER_LAPSED`, `NO_OFFER`. */
  decline(now: Date): Fact[] {
    this.requireOffer(now);
    Object.assign(this, { state: 'CANCELLED', endedBecause: 'DECLINED' });
    return [happened(OfferDeclined, { branch: this.branch, at: now, data: this.offerFacts() })];
  }

  /** Nobody answered in time. */
  lapse(now: Date): Fact[] {
    Object.assign(this, { state: 'CANCELLED', endedBecause: 'LAPSED' });
    return [happened(OfferLapsed, { branch: this.branch, at: now, data: this.offerFacts() })];
  }

  /** Leaves the line, an offer that runs with it. Refuses `NOT_WAITING`. */
  end(because: 'WITHDRAWN' | 'ENROLLED' | 'STARTED' | 'CALLED_OFF', now: Date): Fact[] {
    if (!this.waits) throw NOT_WAITING({});
    Object.assign(this, { state: 'CANCELLED', endedBecause: because });
    return [happened(WaitlistEntryEnded, { branch: this.branch, at: now, data: { ...this.facts(), because } })];
  }

  get waits(): boolean {
    return this.state === 'WAITLISTED' || this.state === 'OFFERED';
  }

  /** Refuses `OFFER_USED`, `OFFER_LAPSED`, `NO_OFFER`. */
  requireOffer(now: Date): void {
    if (this.state === 'CONFIRMED' || this.endedBecause === 'DECLINED') throw OFFER_USED({});
    if (this.endedBecause === 'LAPSED') throw OFFER_LAPSED({});
    if (this.state !== 'OFFERED' || !this.offeredUntil) throw NO_OFFER({});
    // Late is late, whether or not the clockwork has come by since.
    if (now >= this.offeredUntil) throw OFFER_LAPSED({});
  }

  private facts() {
    const { id, beneficiaryId, sessionId, seriesId } = this;
    return { waitlistEntryId: id, beneficiaryId, sessionId, seriesId };
  }

  private offerFacts() {
    return { ...this.facts(), offerId: this.offerId ?? '', sessionIds: this.offeredSessionIds };
  }
}
