import { Directive, Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { optionalText, requireText } from '#errors';
import { type Fact, happened, OrganisationRegistered } from '#events';
import { Uuid } from '#runtime';
import { GraphQLPlaceWords, type PlaceWord } from '../places/standard/place-words.js';
import { searchText } from '../search-text.js';
import { CONTACT_EMAIL } from './organisation.refusals.js';

/** What somebody says of an organisation. */
export interface OrganisationDescription {
  name: string;
  structureType: PlaceWord<'StructureType'>;
  contactName?: string | null | undefined;
  contactEmail?: string | null | undefined;
  contactTelephone?: string | null | undefined;
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
    const contactEmail = optionalText(description.contactEmail, 'input.contactEmail', { max: 254 });
    if (contactEmail !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contactEmail))
      throw CONTACT_EMAIL({}, 'input.contactEmail');
    const { structureType } = description;
    const organisation = Object.assign(new Organisation(), {
      id,
      branch,
      name,
      structureType,
      search: searchText(name, structureType),
      contactName: optionalText(description.contactName, 'input.contactName', { max: 120 }),
      contactEmail,
      contactTelephone: optionalText(description.contactTelephone, 'input.contactTelephone', { max: 30 }),
      createdAt: now,
    });
    const data = { organisationId: id, structureType };
    return { organisation, events: [happened(OrganisationRegistered, { branch, at: now, data })] };
  }
}
