import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTime } from '#runtime';
import { NoticeState, NoticeWhy } from '../notices/notice.entity.js';

/** What a letter to a prescriber without an account is about. */
export const LetterKind = {
  LINK: 'LINK',
  RECEIVED: 'RECEIVED',
  ANSWERED: 'ANSWERED',
  FIRST_SEEN: 'FIRST_SEEN',
  DONE: 'DONE',
} as const;
export type LetterKind = (typeof LetterKind)[keyof typeof LetterKind];
registerEnumType(LetterKind, {
  name: 'LetterKind',
  description:
    'LINK a link to write by, RECEIVED the prescription has come in, ANSWERED, FIRST_SEEN and DONE the steps of it that the person agreed to.',
});

@Entity()
@ObjectType({
  description: 'A letter to a prescriber without an account, and what became of it. It never holds its own text.',
})
export class PrescriberLetter {
  @PrimaryColumn('uuid')
  id: string;

  @Column('char', { length: 2, nullable: true })
  branch: string | null;

  @Column('text')
  @Field(() => LetterKind, { description: 'What it is about.' })
  kind: LetterKind;

  @Column('uuid', { nullable: true })
  prescriptionId: string | null;

  @Column('text')
  @Field(() => NoticeState, { description: 'What became of it.' })
  state: NoticeState;

  @Column('text', { nullable: true })
  @Field(() => NoticeWhy, { nullable: true, description: 'Why it was held back or failed.' })
  why: NoticeWhy | null;

  @Column({ type: 'timestamptz', precision: 3 })
  dueAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When a carrier took it.' })
  sentAt: Date | null;
}
