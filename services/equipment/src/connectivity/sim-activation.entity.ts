import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Fact, happened, SimActivated } from '#events';
import { DateTime, Uuid } from '#runtime';
import type { Moment } from '../known/known.js';
import type { Sale } from '../sales/sale.entity.js';
import { ICCID_MALFORMED } from './connectivity.refusals.js';
import { fingerprintOf, readIccid } from './iccid.js';

/** A SIM card of a sale that was activated. */
@Entity()
@ObjectType({ description: 'A SIM card of a sale that was activated.' })
export class SimActivation {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the activation.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('uuid')
  saleId: string;

  @Column('uuid')
  @Field(() => Uuid, { description: 'The article it was sold as.' })
  articleId: string;

  /** Of the card’s number. */
  @Column('text')
  fingerprint: string;

  @Column('text')
  @Field(() => String, { description: 'Last four digits of the card’s number; the rest is not kept.' })
  lastFour: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it was activated.' })
  activatedAt: Date;

  @Column('date')
  activatedOn: string;

  @Column('text')
  author: string;

  /** Refuses `ICCID_MALFORMED`. */
  static make(
    of: { id: string; articleId: string; iccid: string; author: string },
    { id: saleId, branch }: Sale,
    { now, day }: Moment,
  ): { activation: SimActivation; events: Fact[] } {
    const { id, articleId, author } = of;
    const iccid = readIccid(of.iccid);
    if (iccid === null) throw ICCID_MALFORMED({}, 'input.iccid');
    const activation = Object.assign(new SimActivation(), {
      ...{ id, branch, saleId, articleId, author },
      fingerprint: fingerprintOf(iccid),
      lastFour: iccid.slice(-4),
      activatedAt: now,
      activatedOn: day,
    });
    const data = { simActivationId: id, saleId, articleId, occurredOn: day };
    return { activation, events: [happened(SimActivated, { branch, at: now, data })] };
  }
}
