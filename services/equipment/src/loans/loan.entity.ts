import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DeviceLent, type Fact, happened, LoanEnded } from '#events';
import { DateTime, LocalDateScalar, shiftDay, Uuid } from '#runtime';
import type { Device } from '../devices/device.entity.js';
import type { Moment } from '../known/known.js';
import { DUE_OUT_OF_RANGE, LOAN_ENDED } from './loan.refusals.js';

export const LoanEnd = { RETURNED: 'RETURNED', DAMAGED: 'DAMAGED', LOST: 'LOST' } as const;
export type LoanEnd = (typeof LoanEnd)[keyof typeof LoanEnd];
registerEnumType(LoanEnd, {
  name: 'LoanEnd',
  description: 'How a loan ended: RETURNED as good as it was, DAMAGED and to be repaired, LOST.',
});

const YEAR = 366;

/** A device that is lent to a person until a day. */
@Entity()
@ObjectType({ description: 'A device that is lent to a person until a day.' })
export class Loan {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the loan.' })
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
  @Field(() => DateTime, { description: 'When it was lent.' })
  lentAt: Date;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Day by which it is to be back.' })
  dueOn: string;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When it ended; null while the device is out.' })
  endedAt: Date | null;

  @Column('text', { nullable: true })
  @Field(() => LoanEnd, { nullable: true, description: 'How it ended.' })
  how: LoanEnd | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'In what condition it came back.' })
  condition: string | null;

  /** Refuses `DUE_OUT_OF_RANGE`. */
  static make(
    id: string,
    device: Device,
    beneficiaryId: string,
    dueOn: string,
    moment: Moment,
  ): { loan: Loan; events: Fact[] } {
    if (dueOn <= moment.day || dueOn > shiftDay(moment.day, YEAR)) throw DUE_OUT_OF_RANGE({}, 'input.dueOn');
    const { branch, id: deviceId, tag } = device;
    const open = { endedAt: null, how: null, condition: null };
    const loan = Object.assign(new Loan(), {
      id,
      branch,
      deviceId,
      tag,
      beneficiaryId,
      lentAt: moment.now,
      dueOn,
      ...open,
    });
    const data = { loanId: id, deviceId, beneficiaryId, occurredOn: moment.day, dueOn };
    return { loan, events: [happened(DeviceLent, { branch, at: moment.now, data })] };
  }

  /** Refuses `LOAN_ENDED`. */
  end(how: LoanEnd, condition: string | null, { now, day }: Moment): Fact[] {
    if (this.endedAt !== null) throw LOAN_ENDED({}, 'input.id');
    Object.assign(this, { endedAt: now, how, condition });
    const data = { loanId: this.id, deviceId: this.deviceId, occurredOn: day, dueOn: this.dueOn, how };
    return [happened(LoanEnded, { branch: this.branch, at: now, data })];
  }
}
