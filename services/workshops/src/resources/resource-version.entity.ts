import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTime, Uuid } from '#runtime';

/** A version is never changed: what a session used stays what it was. Its bytes are read by hand, and never along with a list. */
@Entity()
@ObjectType({ description: 'What a resource consisted of from a moment on: a file of the library, or an address.' })
export class ResourceVersion {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the version.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('uuid')
  resourceId: string;

  @Column('int')
  @Field(() => Int, { description: 'Counted from 1 for each resource.' })
  number: number;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What is new in it, up to 300 characters.' })
  note: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Its address (https); null when it is a file.' })
  url: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Name of its file; null when it is an address.' })
  fileName: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Media type of its file.' })
  mediaType: string | null;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Size of its file, in bytes.' })
  bytes: number | null;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'Since when it stands.' })
  addedAt: Date;

  @Column('text')
  addedBy: string;
}
