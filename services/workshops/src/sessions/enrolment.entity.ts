import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Attendance, AttendanceMarked, EnrolmentCancelled, EnrolmentConfirmed, type Fact, happened } from '#events';
import { DateTime, GraphQLVocabulary, Uuid } from '#runtime';
import { type Session } from './session.entity.js';
import { ATTENDANCE_CHANGED, ENROLMENT_CANCELLED } from './session.refusals.js';

/** CONFIRMED holds a seat; CANCELLED has given it back. */
export const EnrolmentState = { CONFIRMED: 'CONFIRMED', CANCELLED: 'CANCELLED' } as const;
export type EnrolmentState = keyof typeof EnrolmentState;
registerEnumType(EnrolmentState, {
  name: 'EnrolmentState',
  description: 'CONFIRMED holds a seat, CANCELLED gave it back.',
});

@Entity()
@ObjectType({ description: 'A person’s seat in a session.' })
export class Enrolment {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the enrolment.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('uuid')
  sessionId: string;

  @Column('uuid')
  beneficiaryId: string;

  @Column('text')
  @Field(() => EnrolmentState, { description: 'CONFIRMED or CANCELLED.' })
  state: EnrolmentState;

  @Column('text')
  @Field(() => GraphQLVocabulary.Attendance, { description: 'Whether the person came.' })
  attendance: Attendance;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When the seat was taken.' })
  enrolledAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When attendance was last marked.' })
  markedAt: Date | null;

  @Column('text', { nullable: true })
  markedBy: string | null;

  @Column('int')
  @Field(() => Int, { description: 'Grows with each change; send it back as `expectedVersion`.' })
  version: number;

  static confirm(
    id: string,
    session: Session,
    beneficiaryId: string,
    now: Date,
  ): { enrolment: Enrolment; events: Fact[] } {
    const enrolment = Object.assign(new Enrolment(), {
      id,
      branch: session.branch,
      sessionId: session.id,
      beneficiaryId,
      state: 'CONFIRMED',
      attendance: 'UNKNOWN',
      enrolledAt: now,
      markedAt: null,
      markedBy: null,
      version: 1,
    } satisfies Partial<Enrolment>);
    const data = {
      sessionId: session.id,
      enrolmentId: id,
      beneficiaryId,
      occurredOn: session.occurredOn,
      ...{ placeId: session.placeId, seatsTaken: session.seatsTaken },
    };
    return { enrolment, events: [happened(EnrolmentConfirmed, { branch: session.branch, at: now, data })] };
  }

  /** Refuses `ENROLMENT_CANCELLED`. */
  cancel(session: Session, now: Date): Fact[] {
    this.requireConfirmed();
    const data = {
      sessionId: session.id,
      enrolmentId: this.id,
      beneficiaryId: this.beneficiaryId,
      occurredOn: session.occurredOn,
      before: this.attendance,
      ...{ placeId: session.placeId, seatsTaken: session.seatsTaken },
    };
    this.state = 'CANCELLED';
    this.version += 1;
    return [happened(EnrolmentCancelled, { branch: this.branch, at: now, data })];
  }

  /** Refuses `ENROLMENT_CANCELLED`, and `ATTENDANCE_CHANGED` when somebody marked it since it was read. */
  mark(session: Session, after: Attendance, expectedVersion: number | null, by: string, now: Date): Fact[] {
    this.requireConfirmed();
    if (expectedVersion !== null && expectedVersion !== this.version)
      throw ATTENDANCE_CHANGED({ present: this.attendance }, 'input.expectedVersion');
    if (after === this.attendance) return [];
    const before = this.attendance;
    Object.assign(this, { attendance: after, markedAt: now, markedBy: by, version: this.version + 1 });
    const data = {
      sessionId: session.id,
      enrolmentId: this.id,
      beneficiaryId: this.beneficiaryId,
      occurredOn: session.occurredOn,
      before,
      after,
    };
    return [happened(AttendanceMarked, { branch: this.branch, at: now, data })];
  }

  private requireConfirmed(): void {
    if (this.state !== 'CONFIRMED') throw ENROLMENT_CANCELLED({});
  }
}
