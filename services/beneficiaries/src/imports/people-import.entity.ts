import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTime, LocalDateScalar, type TableRow, Uuid } from '#runtime';
import { type PersonColumn, PersonField } from './person-field.js';
import type { ImportNote } from './read-person.js';

/** How far an import of people is. */
export const PeopleImportState = { WAITING: 'WAITING', RUNNING: 'RUNNING', DONE: 'DONE' } as const;
export type PeopleImportState = keyof typeof PeopleImportState;
registerEnumType(PeopleImportState, { name: 'PeopleImportState', description: 'How far an import of people is.' });

/** How a row of a list of people ended. */
export const PeopleImportOutcome = { ENROLLED: 'ENROLLED', KNOWN: 'KNOWN', REFUSED: 'REFUSED' } as const;
export type PeopleImportOutcome = keyof typeof PeopleImportOutcome;
registerEnumType(PeopleImportOutcome, {
  name: 'PeopleImportOutcome',
  description: 'How a row ended: enrolled (or would be, on a dry run), already known, or refused.',
});

@ObjectType({ description: 'A column of a list of people and what it is read as.' })
export class PeopleImportColumn implements PersonColumn {
  @Field(() => String, { description: 'Column of the file.' })
  column: string;

  @Field(() => PersonField, { nullable: true, description: 'What it says; null = not read.' })
  field: PersonField | null;
}

@ObjectType({ description: 'What is said of a row, without what the row says.' })
export class PeopleImportNote implements ImportNote {
  @Field(() => PersonField, { nullable: true, description: 'Of which of its cells; null = of the row as a whole.' })
  field: PersonField | null;

  @Field(() => String, { description: 'Stable code, as that of the same refusal of the enrolment form.' })
  code: string;

  @Field(() => String, { description: 'Why, in French.' })
  fr: string;

  @Field(() => String, { description: 'Why, in English.' })
  en: string;
}

@Entity()
@ObjectType({ description: 'One row of a list of people and how it ended.' })
export class PeopleImportRow {
  @PrimaryColumn('uuid')
  importId: string;

  @Column('char', { length: 2 })
  branch: string;

  @PrimaryColumn('int')
  @Field(() => Int, { description: 'Number of the row, the first below the header is 1.' })
  row: number;

  /** What the file said; forgotten as soon as the row is through. */
  @Column('jsonb', { nullable: true })
  cells: TableRow | null;

  /** By which the same person of the same list is known again; forgotten with the end of the import. */
  @Column('text', { nullable: true })
  key: string | null;

  @Column('text', { nullable: true })
  @Field(() => PeopleImportOutcome, { nullable: true, description: 'How it ended; null = its turn is still to come.' })
  outcome: PeopleImportOutcome | null;

  @Column('uuid', { nullable: true })
  @Field(() => Uuid, {
    nullable: true,
    description: 'The person it became or was; null on a dry run, and once that person is erased.',
  })
  beneficiaryId: string | null;

  @Column('jsonb')
  @Field(() => [PeopleImportNote], { description: 'What is said of it.' })
  notes: ImportNote[];
}

@Entity()
@ObjectType({
  description: 'One list of people brought into a branch. Once done, its three counts add up to its rows.',
})
export class PeopleImport {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the import.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('text')
  @Field(() => String, { description: 'Where the list comes from.' })
  source: string;

  @Column('boolean')
  @Field(() => Boolean, { description: 'True when nobody was enrolled: only what would happen is told.' })
  dryRun: boolean;

  @Column('uuid')
  @Field(() => Uuid, { description: 'The file; whoever sent it may name it again until it is a day old.' })
  fileId: string;

  @Column('text')
  @Field(() => String, { description: 'CSV, XLSX or JSON.' })
  format: string;

  @Column('jsonb')
  @Field(() => [PeopleImportColumn], { description: 'How each column was read.' })
  columns: PersonColumn[];

  @Column('date', { nullable: true })
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day the privacy notice was given to everybody of the list whose row names none.',
  })
  privacyNoticeReadOn: string | null;

  @Column('text')
  @Field(() => PeopleImportState, { description: 'How far it is.' })
  state: PeopleImportState;

  @Column('int')
  @Field(() => Int, { description: 'Rows of the file.' })
  rowCount: number;

  @Column('int')
  @Field(() => Int, { description: 'Rows enrolled so far, or that would be.' })
  enrolled: number;

  @Column('int')
  @Field(() => Int, { description: 'Rows so far of people already known.' })
  known: number;

  @Column('int')
  @Field(() => Int, { description: 'Rows refused so far.' })
  refused: number;

  @Column('text')
  author: string;

  @Column('text')
  authorRole: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it was asked for.' })
  createdAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When its last row was through.' })
  doneAt: Date | null;
}
