import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Grade } from '#events';
import { DateTime, GraphQLVocabulary, Uuid } from '#runtime';

export const AuditOutcome = {
  CREATED: 'CREATED',
  UPDATED: 'UPDATED',
  UNCHANGED: 'UNCHANGED',
  REFUSED: 'REFUSED',
} as const;
export type AuditOutcome = (typeof AuditOutcome)[keyof typeof AuditOutcome];
registerEnumType(AuditOutcome, { name: 'AuditOutcome', description: 'What came of a row of an audit file.' });

@ObjectType({ description: 'What came of a row of an audit file.' })
export class AuditRowResult {
  @Field(() => Int, { description: 'Its number in the file, the header not counted.' })
  row: number;

  @Field(() => AuditOutcome, { description: 'What came of it.' })
  outcome: AuditOutcome;

  @Field(() => String, { nullable: true, description: 'Tag of the device; null when refused before it was found.' })
  tag: string | null;

  @Field(() => GraphQLVocabulary.Grade, { nullable: true, description: 'The grade the device has after it.' })
  grade: Grade | null;

  @Field(() => String, { nullable: true, description: 'Column at fault, where there is one.' })
  column: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the refusal.' })
  code: string | null;

  @Field(() => String, { nullable: true, description: 'Why, in French.' })
  fr: string | null;

  @Field(() => String, { nullable: true, description: 'Why, in English.' })
  en: string | null;
}

/** A file, or a piece of one, that a refurbishing bench wrote. */
@Entity()
@ObjectType({ description: 'What came of a file, or of a piece of one, that a refurbishing bench wrote.' })
export class AuditRun {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the run.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it was sent.' })
  at: Date;

  @Column('boolean')
  @Field(() => Boolean, { description: 'True when nothing was written: what it tells is what would happen.' })
  dryRun: boolean;

  @Column('int')
  @Field(() => Int, { description: 'Devices that came in by it.' })
  created: number;

  @Column('int')
  @Field(() => Int, { description: 'Devices it told something new of.' })
  updated: number;

  @Column('int')
  @Field(() => Int, { description: 'Rows that said what was known already.' })
  unchanged: number;

  @Column('int')
  @Field(() => Int, { description: 'Rows that could not be taken; the others were.' })
  refused: number;

  @Column('jsonb')
  @Field(() => [AuditRowResult], { description: 'What came of each row, in the order of the file.' })
  rows: AuditRowResult[];

  @Column('text')
  author: string;
}
