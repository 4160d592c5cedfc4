import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTime, Uuid } from '#runtime';

/** How a row of an import ended. */
export const ImportOutcome = {
  ACCEPTED: 'ACCEPTED',
  CORRECTED: 'CORRECTED',
  REFUSED: 'REFUSED',
  UNCHANGED: 'UNCHANGED',
} as const;
export type ImportOutcome = keyof typeof ImportOutcome;

registerEnumType(ImportOutcome, {
  name: 'ImportOutcome',
  description: 'How a row ended: taken as it is, taken with corrections, refused, or already known just so.',
});

@ObjectType({ description: 'A column of the file and the field of the standard it is read as.' })
export class ImportColumn {
  @Field(() => String, { description: 'Column of the file.' })
  column: string;

  @Field(() => String, { nullable: true, description: 'Field of the standard; null = not read.' })
  field: string | null;
}

@ObjectType({ description: 'A sentence in both languages.' })
export class ImportRepair {
  @Field(() => String, { description: 'In French.' })
  fr: string;

  @Field(() => String, { description: 'In English.' })
  en: string;
}

@ObjectType({ description: 'What became of one field of a row.' })
export class ImportNote {
  @Field(() => String, { nullable: true, description: 'Field of the standard; null = the row as a whole.' })
  field: string | null;

  @Field(() => String, { description: 'What the file said.' })
  found: string;

  @Field(() => String, { description: 'What was kept; empty = nothing.' })
  kept: string;

  @Field(() => String, { description: 'Why, in French.' })
  fr: string;

  @Field(() => String, { description: 'Why, in English.' })
  en: string;
}

@Entity()
@ObjectType({ description: 'One row of an import and how it ended.' })
export class ImportRow {
  @PrimaryColumn('uuid')
  runId: string;

  @Column('char', { length: 2, nullable: true })
  branch: string | null;

  @PrimaryColumn('int')
  @Field(() => Int, { description: 'Number of the row, the first below the header is 1.' })
  row: number;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Name of the place as found.' })
  name: string | null;

  @Column('text')
  @Field(() => ImportOutcome, { description: 'How it ended.' })
  outcome: ImportOutcome;

  @Column('uuid', { nullable: true })
  @Field(() => Uuid, { nullable: true, description: 'The place it became or was; null on a dry run of a new place.' })
  placeId: string | null;

  @Column('jsonb')
  @Field(() => [ImportNote], { description: 'Field by field: found, kept, why.' })
  notes: ImportNote[];
}

@Entity()
@ObjectType({ description: 'One import of places and its report. Its four counts add up to the rows of the file.' })
export class ImportRun {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the import.' })
  id: string;

  @Column('char', { length: 2, nullable: true })
  branch: string | null;

  @Column('text')
  @Field(() => String, { description: 'Source for rows that name none.' })
  source: string;

  @Column('boolean')
  @Field(() => Boolean, { description: 'True when nothing was changed: only what would happen is told.' })
  dryRun: boolean;

  @Column('uuid', { nullable: true })
  @Field(() => Uuid, {
    nullable: true,
    description: 'The file that was read; whoever sent it may name it again until it is a day old.',
  })
  fileId: string | null;

  @Column('text')
  @Field(() => String, { description: 'CSV or JSON.' })
  format: string;

  @Column('text')
  @Field(() => String, { description: 'UTF-8, UTF-16 or Windows-1252, as recognised.' })
  encoding: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What separates columns; null for JSON.' })
  delimiter: string | null;

  @Column('jsonb')
  @Field(() => [ImportRepair], { description: 'What was put right about the file itself.' })
  repairs: ImportRepair[];

  @Column('jsonb')
  @Field(() => [ImportColumn], { description: 'How each column was read.' })
  columns: ImportColumn[];

  @Column('int')
  @Field(() => Int, { description: 'Rows taken as they are.' })
  accepted: number;

  @Column('int')
  @Field(() => Int, { description: 'Rows taken with corrections.' })
  corrected: number;

  @Column('int')
  @Field(() => Int, { description: 'Rows refused.' })
  refused: number;

  @Column('int')
  @Field(() => Int, { description: 'Rows already known just so.' })
  unchanged: number;

  @Column('text')
  author: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it ran.' })
  createdAt: Date;
}
