import { Directive, Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Uuid } from '#runtime';

/** A part of a donation that is handled together: its devices are received into it. */
@Entity()
@ObjectType({ description: 'A part of a donation that is handled together; its devices are received into it.' })
@Directive('@key(fields: "id")')
export class Lot {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the lot.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('uuid')
  donationId: string;

  @Column('uuid')
  donorId: string;

  @Column('text')
  @Field(() => String, { description: 'What is written on its pallet or box, `BX-L26-0007`.' })
  code: string;

  @Column('text')
  @Field(() => String, { description: 'What it holds.' })
  label: string;

  @Column('int')
  @Field(() => Int, { description: 'How many devices the donor announced.' })
  expected: number;

  @Column('int')
  @Field(() => Int, { description: 'What it weighed when it came, in grams.' })
  weightGrams: number;
}
