import { Directive, Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { requireText } from '#errors';
import { type Fact, happened, OrganisationRegistered } from '#events';
import { searchText, Uuid } from '#runtime';
import { type ContactDescription, checkedContact } from '../contact.js';
import { GraphQLPlaceWords, type PlaceWord } from '../places/standard/place-words.js';

/** What somebody says of an organisation. */
export interface OrganisationDescription extends ContactDescription {
  name: string;
  structureType: PlaceWord<'StructureType'>;
}

@Entity()
@ObjectType({ description: 'An organisation that orients people: a CCAS, an association…' })
@Directive('@key(fields: "id")')
export class Organisation {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the organisation.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('text')
  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Column('text')
  @Field(() => GraphQLPlaceWords.StructureType, { description: 'What kind of structure it is.' })
  structureType: PlaceWord<'StructureType'>;

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

  /** Refuses `TEXT_LENGTH`, `CONTACT_EMAIL`. The event names neither the organisation nor its contact. */
  static register(
    id: string,
    branch: string,
    description: OrganisationDescription,
    now: Date,
  ): { organisation: Organisation; events: Fact[] } {
    const name = requireText(description.name, 'input.name', { min: 2, max: 160 });
    const { structureType } = description;
    const organisation = Object.assign(new Organisation(), {
      id,
      branch,
      name,
      structureType,
      search: searchText(name, structureType),
      ...checkedContact(description),
      createdAt: now,
    });
    const data = { organisationId: id, structureType };
    return { organisation, events: [happened(OrganisationRegistered, { branch, at: now, data })] };
  }
}
