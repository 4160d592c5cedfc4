import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DeviceReserved, type Fact, happened, ReservationEnded } from '#events';
import { DateTime, Uuid } from '#runtime';
import type { Device } from '../devices/device.entity.js';
import type { Moment } from '../known/known.js';
import { DAYS_OUT_OF_RANGE, RESERVATION_ENDED } from './reservation.refusals.js';

export const ReservationEnd = { SOLD: 'SOLD', RELEASED: 'RELEASED', EXPIRED: 'EXPIRED', ERASED: 'ERASED' } as const;
export type ReservationEnd = (typeof ReservationEnd)[keyof typeof ReservationEnd];
registerEnumType(ReservationEnd, { name: 'ReservationEnd', description: 'How a reservation ended.' });

const DAY = 24 * 3_600_000;
const MOST_DAYS = 30;

/** A device that is kept for a person until a day. */
@Entity()
@ObjectType({ description: 'A device that is kept for a person until a day.' })
export class Reservation {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the reservation.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('uuid')
  deviceId: string;

  @Column('text')
  @Field(() => String, { description: 'Tag of the device.' })
  tag: string;

  @Column('uuid', { nullable: true })
  @Field(() => Uuid, { nullable: true, description: 'Random identifier of the person; null once they were erased.' })
  beneficiaryId: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it was made.' })
  reservedAt: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When the device is free again if nobody came.' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When it ended; null while it holds.' })
  endedAt: Date | null;

  @Column('text', { nullable: true })
  @Field(() => ReservationEnd, { nullable: true, description: 'How it ended.' })
  how: ReservationEnd | null;

  /** Refuses `DAYS_OUT_OF_RANGE`. */
  static make(
    id: string,
    device: Device,
    beneficiaryId: string,
    days: number,
    moment: Moment,
  ): { reservation: Reservation; events: Fact[] } {
    if (days < 1 || days > MOST_DAYS) throw DAYS_OUT_OF_RANGE({ most: MOST_DAYS }, 'input.days');
    const { branch, id: deviceId, tag } = device;
    const reservation = Object.assign(new Reservation(), {
      id,
      branch,
      deviceId,
      tag,
      beneficiaryId,
      reservedAt: moment.now,
      expiresAt: new Date(moment.now.getTime() + days * DAY),
      endedAt: null,
      how: null,
    });
    const data = {
      reservationId: id,
      deviceId,
      beneficiaryId,
      occurredOn: moment.day,
      until: reservation.expiresAt.toISOString(),
    };
    return { reservation, events: [happened(DeviceReserved, { branch, at: moment.now, data })] };
  }

  /** Refuses `RESERVATION_ENDED`. */
  end(how: ReservationEnd, { now, day }: Moment): Fact[] {
    if (this.endedAt !== null) throw RESERVATION_ENDED({}, 'input.id');
    Object.assign(this, { endedAt: now, how });
    const data = { reservationId: this.id, deviceId: this.deviceId, occurredOn: day, how };
    return [happened(ReservationEnded, { branch: this.branch, at: now, data })];
  }
}
