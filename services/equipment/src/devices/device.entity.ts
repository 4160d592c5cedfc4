import { Directive, Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type DeviceFacts, type EquipmentState, type EquipmentType, type Grade } from '#events';
import { DateTime, GraphQLVocabulary, LocalDateScalar, Uuid } from '#runtime';
import { DataErasure } from './data-erasure.js';
import { type DeviceSpecs } from './device-specs.js';
import { GradeFactor, type GradeStep, StorageKind } from './grade-rule.js';

@ObjectType({ description: 'One line of a computed grade; the points of all lines add up.' })
export class GradeLine implements GradeStep {
  @Field(() => GradeFactor, { description: 'What the line speaks of.' })
  factor: GradeFactor;

  @Field(() => String, { description: 'The value it looked at, or the cap.' })
  value: string;

  @Field(() => Int, { description: 'Points given, or taken away by a cap.' })
  points: number;
}

/** A device of a branch. What may be done with it is in `device-acts.ts`. */
@Entity()
@ObjectType({ description: 'A computer, tablet or smartphone that the branch refurbishes and sells.' })
@Directive('@key(fields: "id")')
export class Device implements DeviceSpecs {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the device.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  /** The branch that received it first: its receipt counts there, wherever it goes. */
  @Column('char', { length: 2 })
  receivedIn: string;

  /** The branch it is on its way to; null unless it is in transit. */
  @Column('char', { length: 2, nullable: true })
  boundFor: string | null;

  @Column('text')
  @Field(() => String, { description: 'What its label says, `BXPC26-0322`.' })
  tag: string;

  @Column('text')
  @Field(() => GraphQLVocabulary.EquipmentType, { description: 'Kind of device.' })
  type: EquipmentType;

  @Column('text', { nullable: true })
  @Field(() => GraphQLVocabulary.Grade, { nullable: true, description: 'Its grade; null until graded.' })
  grade: Grade | null;

  @Column('text')
  @Field(() => GraphQLVocabulary.EquipmentState, { description: 'Where it stands in its life.' })
  state: EquipmentState;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'Since when it is in this state.' })
  stateSince: Date;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Day it came in.' })
  receivedOn: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Serial number.' })
  serial: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'IMEI of a phone or tablet.' })
  imei: string | null;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Memory in gigabytes.' })
  ramGb: number | null;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Storage in gigabytes.' })
  storageGb: number | null;

  @Column('text', { nullable: true })
  @Field(() => StorageKind, { nullable: true, description: 'What the disk is.' })
  storageKind: StorageKind | null;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Processor mark.' })
  cpuMark: number | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Operating system.' })
  os: string | null;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Health of the battery in per cent.' })
  batteryPercent: number | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Look, missing keys, what is worth knowing.' })
  notes: string | null;

  @Column('int')
  @Field(() => Int, { description: 'Note of the technical test, −2 to 2, counted in the grade.' })
  technicalNote: number;

  @Column('int')
  @Field(() => Int, { description: 'Note of the look, −2 to 2, counted in the grade.' })
  lookNote: number;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Version of the rule that graded it, `v1`, or `BY_HAND`.' })
  gradeRule: string | null;

  @Column('jsonb')
  @Field(() => [GradeLine], { description: 'The computed grade explained; empty when set by hand.' })
  gradeLines: GradeStep[];

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When it was graded, which is when it was tested.' })
  gradedAt: Date | null;

  @Column('text', { nullable: true })
  @Field(() => DataErasure, {
    nullable: true,
    description: 'How the data on it was removed; null until it is, and again once somebody outside had it.',
  })
  dataErasure: DataErasure | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When its data was removed.' })
  dataErasedAt: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Random subject of who removed it.' })
  dataErasedBy: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Number of the report or certificate that proves it.' })
  dataErasureProof: string | null;

  /** The donated lot it came in. */
  @Column('uuid', { nullable: true })
  lotId: string | null;

  /** The removal it left with as waste. */
  @Column('uuid', { nullable: true })
  wasteId: string | null;

  @Column('boolean')
  voided: boolean;

  /** What is counted of it. */
  facts(): DeviceFacts {
    return { type: this.type, grade: this.grade, state: this.state };
  }
}
