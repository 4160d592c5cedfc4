import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTime, Uuid } from '#runtime';
import type { ContactPreference } from '../beneficiaries/identity.js';
import { SessionReference } from '../references.js';

const words = <const T extends readonly string[]>(...all: T) =>
  Object.fromEntries(all.map((word) => [word, word])) as { readonly [K in T[number]]: K };

/** What a person is told. */
export const NoticeKind = words('CONFIRMATION', 'CHANGE', 'CANCELLATION', 'OFFER', 'REMINDER');
export type NoticeKind = keyof typeof NoticeKind;
registerEnumType(NoticeKind, { name: 'NoticeKind', description: 'What a person is told of their seats.' });

/** By what way. */
export const NoticeChannel = words('MAIL', 'SMS');
export type NoticeChannel = keyof typeof NoticeChannel;
registerEnumType(NoticeChannel, { name: 'NoticeChannel', description: 'By what way a notice goes.' });

/** WAITING: its time has not come · PROCESSED: being sent · SENT: a carrier took it · DELIVERED: it arrived · FAILED: it did not · HELD_BACK: it was not to be sent. */
export const NoticeState = words('WAITING', 'PROCESSED', 'SENT', 'DELIVERED', 'FAILED', 'HELD_BACK');
export type NoticeState = keyof typeof NoticeState;
registerEnumType(NoticeState, {
  name: 'NoticeState',
  description:
    'WAITING its time has not come, PROCESSED being sent, SENT a carrier took it, DELIVERED it arrived, FAILED it did not, HELD_BACK it was not to be sent.',
});

/** Why a notice was held back, or failed. */
export const NoticeWhy = words(
  'NOT_WANTED',
  'CALL_WANTED',
  'OBJECTED',
  'SET_ASIDE',
  'OVER',
  'NO_CARRIER',
  'TURNED_DOWN',
  'UNCERTAIN',
  'TRIED_ENOUGH',
  'CONSENT_ENDED',
);
export type NoticeWhy = keyof typeof NoticeWhy;
registerEnumType(NoticeWhy, {
  name: 'NoticeWhy',
  description:
    'NOT_WANTED the person wants no message, CALL_WANTED they want to be called, OBJECTED they object to reminders, SET_ASIDE their record is, OVER there is nothing left to say, NO_CARRIER nobody carries this channel, TURNED_DOWN the carrier refused it, UNCERTAIN it may or may not have gone, TRIED_ENOUGH the carrier could not be reached, CONSENT_ENDED the person’s consent had ended by then.',
});

@Entity()
@ObjectType({
  description: 'What a person was told of their seats, and what became of it. It never holds its own text.',
})
export class Notice {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the notice.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('uuid')
  beneficiaryId: string;

  @Column('text')
  @Field(() => NoticeKind, { description: 'What it is about.' })
  kind: NoticeKind;

  /** With person and kind the fact itself: of one fact there is one notice. */
  @Column({ type: 'timestamptz', precision: 3 })
  happenedAt: Date;

  @Column('int')
  part: number;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it was or is to be sent.' })
  dueAt: Date;

  @Column('text')
  @Field(() => NoticeState, { description: 'What became of it.' })
  state: NoticeState;

  @Column('text', { nullable: true })
  @Field(() => NoticeChannel, { nullable: true, description: 'By what way it went; null until that is known.' })
  channel: NoticeChannel | null;

  @Column('text', { nullable: true })
  @Field(() => NoticeWhy, { nullable: true, description: 'Why it was held back or failed.' })
  why: NoticeWhy | null;

  @Column('int')
  tries: number;

  @Column('uuid', { nullable: true })
  offerId: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  offeredUntil: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When a carrier took it.' })
  sentAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When it arrived, where the carrier tells.' })
  deliveredAt: Date | null;

  /** Filled in by whoever lists notices. */
  @Field(() => [SessionReference], { description: 'The sessions it is about.' })
  sessions: SessionReference[];
}

/** What is known of a person when a notice is about to go. */
export interface Reachable {
  readonly contactPreference: ContactPreference;
  readonly email: string | null;
  readonly phone: string | null;
  readonly restrictedAt: Date | null;
  readonly objectedOn: string | null;
  readonly voided: boolean;
  readonly erasedAt: Date | null;
}

/**
 * By what way a person may be told this now, or why not. It is asked at the last moment: whoever objects, or wants no message any
 * more, gets none, also of what was waiting already.
 */
export function wayTo(
  person: Reachable,
  kind: NoticeKind,
): { channel: NoticeChannel; to: string } | { why: NoticeWhy } {
  if (person.restrictedAt !== null || person.voided || person.erasedAt !== null) return { why: 'SET_ASIDE' };
  if (kind === 'REMINDER' && person.objectedOn !== null) return { why: 'OBJECTED' };
  if (person.contactPreference === 'CALL') return { why: 'CALL_WANTED' };
  if (person.contactPreference === 'SMS' && person.phone !== null) return { channel: 'SMS', to: person.phone };
  if (person.contactPreference === 'EMAIL' && person.email !== null) return { channel: 'MAIL', to: person.email };
  return { why: 'NOT_WANTED' };
}
