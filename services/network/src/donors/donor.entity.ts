import { Directive, Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { requireText } from '#errors';
import { DonorForgotten, type DonorKind, DonorRegistered, type Fact, happened } from '#events';
import { GraphQLVocabulary, searchText, Uuid } from '#runtime';
import { type ContactDescription, checkedContact } from '../contact.js';

/** What somebody says of a donor. */
export interface DonorDescription extends ContactDescription {
  kind: DonorKind;
  name: string;
}

@Entity()
@ObjectType({ description: 'Who gives devices to a branch: an organisation or a person.' })
@Directive('@key(fields: "id")')
export class Donor {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the donor.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('text')
  @Field(() => GraphQLVocabulary.DonorKind, { description: 'An organisation or a person.' })
  kind: DonorKind;

  @Column('text')
  @Field(() => String, { description: 'Its name; empty once it was forgotten.' })
  name: string;

  @Column('text')
  search: string;

  @Column('text', { nullable: true })
  contactName: string | null;

  @Column('text', { nullable: true })
  contactEmail: string | null;

  @Column('text', { nullable: true })
  contactTelephone: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @Column('boolean')
  @Field(() => Boolean, { description: 'True when it asked to be forgotten: what it gave stays, who it was does not.' })
  forgotten: boolean;

  /** Refuses `TEXT_LENGTH`, `CONTACT_EMAIL`. The event names nobody. */
  static register(
    id: string,
    branch: string,
    described: DonorDescription,
    now: Date,
  ): { donor: Donor; events: Fact[] } {
    const { kind } = described;
    const name = requireText(described.name, 'input.name', { min: 2, max: 160 });
    const donor = Object.assign(new Donor(), {
      id,
      branch,
      kind,
      name,
      search: searchText(name),
      ...checkedContact(described),
      createdAt: now,
      forgotten: false,
    });
    return { donor, events: [happened(DonorRegistered, { branch, at: now, data: { donorId: id, kind } })] };
  }

  /** Nothing leads to who it was any more; forgetting twice is forgetting once. */
  forget(now: Date): Fact[] {
    if (this.forgotten) return [];
    const nobody = { name: '', search: '', contactName: null, contactEmail: null, contactTelephone: null };
    Object.assign(this, nobody, { forgotten: true });
    return [happened(DonorForgotten, { branch: this.branch, at: now, data: { donorId: this.id } })];
  }
}
