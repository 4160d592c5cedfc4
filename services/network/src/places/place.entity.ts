import { Directive, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { requireVersion } from '#errors';
import { type Fact, happened, PlaceRegistered, PlaceRevised } from '#events';
import { Directory } from '#persistence';
import { LocalDateScalar, searchText, Uuid } from '#runtime';
import { communeOf } from '../communes.js';
import { PLACE_RETIRED } from './place.refusals.js';
import { GraphQLPlaceWords as Words } from './standard/place-words.js';
import type { PlaceRecord } from './standard/standard-fields.js';

const text = { type: () => String, nullable: true } as const;

@Entity()
@Directory()
@ObjectType({ description: 'A place where activity happens, with the 32 fields of the national standard.' })
@Directive('@key(fields: "id")')
export class Place implements PlaceRecord {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the place.' })
  id: string;

  @Column('char', { length: 2, nullable: true })
  branch: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'INSEE code of the commune: the one given, or found by name and postcode.',
  })
  communeCode: string | null;

  @Column('boolean')
  @Field({ description: 'True once it was retired from the directory.' })
  retired: boolean;

  @Column('int')
  @Field(() => Int, { description: 'Grows with each change; give it back as `expectedVersion`.' })
  version: number;

  @Column('text')
  search: string;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @Column('text')
  @Field(() => String, { description: 'Identifier within its source (standard: `id`).' })
  externalId: string;

  @Column('text', { nullable: true })
  @Field(text.type, { nullable: true, description: 'SIRET, RNA or RIDET number; null when none is known (`pivot`).' })
  pivot: string | null;

  @Column('text')
  @Field(() => String, { description: 'Name (`nom`).' })
  name: string;

  @Column('text')
  @Field(() => String, { description: 'Commune (`commune`).' })
  commune: string;

  @Column('text')
  @Field(() => String, { description: 'Postcode (`code_postal`).' })
  postcode: string;

  @Column('text', { nullable: true })
  @Field(text.type, { nullable: true, description: 'INSEE code as given (`code_insee`).' })
  inseeCode: string | null;

  @Column('text')
  @Field(() => String, { description: 'Street address (`adresse`).' })
  address: string;

  @Column('text', { nullable: true })
  @Field(text.type, { nullable: true, description: 'More of the address (`complement_adresse`).' })
  addressComplement: string | null;

  @Column('numeric', { nullable: true })
  @Field(() => Float, { nullable: true, description: 'Latitude, WGS 84 (`latitude`).' })
  latitude: string | null;

  @Column('numeric', { nullable: true })
  @Field(() => Float, { nullable: true, description: 'Longitude, WGS 84 (`longitude`).' })
  longitude: string | null;

  @Column('text', { array: true })
  @Field(() => [Words.StructureType], { description: 'Kinds of structure (`typologie`).' })
  typologies: PlaceRecord['typologies'];

  @Column('text', { nullable: true })
  @Field(text.type, { nullable: true, description: 'Telephone in international form (`telephone`).' })
  telephone: string | null;

  @Column('text', { array: true })
  @Field(() => [String], { description: 'E-mail addresses (`courriels`).' })
  emails: string[];

  @Column('text', { array: true })
  @Field(() => [String], { description: 'Web sites (`site_web`).' })
  websites: string[];

  @Column('text', { nullable: true })
  @Field(text.type, { nullable: true, description: 'Opening hours in OpenStreetMap form (`horaires`).' })
  openingHours: string | null;

  @Column('text', { nullable: true })
  @Field(text.type, { nullable: true, description: 'Presentation, up to 280 characters (`presentation_resume`).' })
  summary: string | null;

  @Column('text', { nullable: true })
  @Field(text.type, { nullable: true, description: 'Presentation in full (`presentation_detail`).' })
  description: string | null;

  @Column('text')
  @Field(() => String, { description: 'Who said so (`source`).' })
  source: string;

  @Column('text', { array: true })
  @Field(() => [Words.PlaceMobility], { description: 'Whether it moves (`itinerance`).' })
  mobilities: PlaceRecord['mobilities'];

  @Column('text', { nullable: true })
  @Field(text.type, { nullable: true, description: 'Parent structure (`structure_parente`).' })
  parentStructure: string | null;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Day of the last update of these facts (`date_maj`).' })
  updatedOn: string;

  @Column('text', { array: true })
  @Field(() => [Words.PlaceService], { description: 'What it offers (`services`).' })
  services: PlaceRecord['services'];

  @Column('text', { array: true })
  @Field(() => [Words.PlaceAudience], { description: 'Whom it addresses (`publics_specifiquement_adresses`).' })
  audiences: PlaceRecord['audiences'];

  @Column('text', { array: true })
  @Field(() => [Words.SpecificSupport], { description: 'Whom it can support (`prise_en_charge_specifique`).' })
  specificSupports: PlaceRecord['specificSupports'];

  @Column('text', { array: true })
  @Field(() => [Words.PlaceFee], { description: 'What it costs (`frais_a_charge`).' })
  fees: PlaceRecord['fees'];

  @Column('text', { array: true })
  @Field(() => [Words.NationalProgramme], { description: 'National programmes (`dispositif_programmes_nationaux`).' })
  nationalProgrammes: PlaceRecord['nationalProgrammes'];

  @Column('text', { array: true })
  @Field(() => [Words.TrainingLabel], { description: 'Trainings and labels (`formations_labels`).' })
  trainingLabels: PlaceRecord['trainingLabels'];

  @Column('text', { array: true })
  @Field(() => [String], { description: 'Other trainings and labels (`autres_formations_labels`).' })
  otherLabels: string[];

  @Column('text', { array: true })
  @Field(() => [Words.AccessMode], { description: 'How to come (`modalites_acces`).' })
  accessModes: PlaceRecord['accessModes'];

  @Column('text', { array: true })
  @Field(() => [Words.SupportMode], { description: 'How people are supported (`modalites_accompagnement`).' })
  supportModes: PlaceRecord['supportModes'];

  @Column('text', { nullable: true })
  @Field(text.type, { nullable: true, description: 'Its accessibility sheet (`fiche_acces_libre`).' })
  accessibilityUrl: string | null;

  @Column('text', { nullable: true })
  @Field(text.type, { nullable: true, description: 'Where to book (`prise_rdv`).' })
  bookingUrl: string | null;

  static register(id: string, branch: string | null, record: PlaceRecord, now: Date): { place: Place; events: Fact[] } {
    const place = Object.assign(new Place(), { id, branch, retired: false, version: 1, createdAt: now });
    place.take(record);
    const events = [happened(PlaceRegistered, { branch, at: now, data: { placeId: id, after: place.facts() } })];
    return { place, events };
  }

  /** Takes a new record; announced only when it changes what others know. Refuses `PLACE_RETIRED`. */
  revise(record: PlaceRecord, now: Date): Fact[] {
    if (this.retired) throw PLACE_RETIRED({}, 'input.placeId');
    return this.changing(now, () => this.take(record));
  }

  /** Takes it out of the directory; what happened there stays. Refuses `PLACE_RETIRED`. */
  retire(now: Date): Fact[] {
    if (this.retired) throw PLACE_RETIRED({}, 'input.placeId');
    return this.changing(now, () => {
      this.retired = true;
    });
  }

  /** Refuses `CHANGED_MEANWHILE` when the caller read another version. */
  requireVersion(expected: number | null | undefined): void {
    requireVersion(this.version, expected);
  }

  private changing(now: Date, change: () => void): Fact[] {
    const before = this.facts();
    change();
    this.version += 1;
    const after = this.facts();
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    return [happened(PlaceRevised, { branch: this.branch, at: now, data: { placeId: this.id, before, after } })];
  }

  private take(record: PlaceRecord): void {
    Object.assign(this, record);
    this.communeCode = communeOf(record);
    this.search = searchText(record.name, record.commune, record.postcode, record.address);
  }

  private facts() {
    return { branch: this.branch, communeCode: this.communeCode, usable: !this.retired };
  }
}
