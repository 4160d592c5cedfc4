import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Actor } from '#access';
import { requireReason } from '#errors';
import { type Clock, type Ids, type Tx } from '#persistence';
import { DateTime, Uuid } from '#runtime';

@Entity()
@ObjectType({ description: 'Who mended what, when and why. Stays with its owner: events never carry the reason.' })
export class Correction {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the correction.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('text')
  subjectKind: string;

  @Column('uuid')
  subjectId: string;

  @Column('text')
  @Field(() => String, { description: 'What was done: CANCELLED, CHANGED, REOPENED, CORRECTED, VOIDED.' })
  what: string;

  @Column('text')
  @Field(() => String, { description: 'The reason given, 3–500 characters.' })
  reason: string;

  @Column('text')
  @Field(() => String, { description: 'Subject of the member who did it.' })
  author: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it was done.' })
  at: Date;
}

/** Writes down who mends what and why. Refuses `REASON_REQUIRED`. */
export async function noteCorrection(
  tx: Tx,
  by: { actor: Actor; clock: Clock; ids: Ids },
  correction: { branch: string; subjectKind: string; subjectId: string; what: string; reason: string },
): Promise<void> {
  await tx.insert(Correction, {
    ...correction,
    reason: requireReason(correction.reason),
    id: by.ids.next(),
    author: by.actor.subject,
    at: by.clock.now(),
  });
}
