import { Field, Float, InputType } from '@nestjs/graphql';
import { allRefused } from '#errors';
import type { Tx } from '#persistence';
import { localDay } from '#runtime';
import { Branch } from '../branches/branch.entity.js';
import { PLACE_FIELD } from './place.refusals.js';
import { GraphQLPlaceWords as Words } from './standard/place-words.js';
import { readStandardRow } from './standard/read-standard-row.js';
import { type PlaceRecord, STANDARD_FIELDS } from './standard/standard-fields.js';
import { writeField } from './standard/write-standard-row.js';

const optional = { nullable: true } as const;

@InputType({ isAbstract: true })
export class PlaceFields {
  @Field(() => String, { ...optional, description: 'SIRET, RNA or RIDET number; absent when none is known.' })
  pivot?: string | null;

  @Field(() => String, { ...optional, description: 'INSEE code of the commune.' })
  inseeCode?: string | null;

  @Field(() => String, { ...optional, description: 'More of the address.' })
  addressComplement?: string | null;

  @Field(() => Float, { ...optional, description: 'Latitude, WGS 84; with the longitude.' })
  latitude?: number | null;

  @Field(() => Float, { ...optional, description: 'Longitude, WGS 84; with the latitude.' })
  longitude?: number | null;

  @Field(() => [Words.StructureType], { ...optional, description: 'Kinds of structure.' })
  typologies?: PlaceRecord['typologies'] | null;

  @Field(() => String, { ...optional, description: 'Telephone; put into international form.' })
  telephone?: string | null;

  @Field(() => [String], { ...optional, description: 'E-mail addresses of the place.' })
  emails?: string[] | null;

  @Field(() => [String], { ...optional, description: 'Web sites.' })
  websites?: string[] | null;

  @Field(() => String, { ...optional, description: 'Opening hours in OpenStreetMap form.' })
  openingHours?: string | null;

  @Field(() => String, { ...optional, description: 'Presentation, up to 280 characters.' })
  summary?: string | null;

  @Field(() => String, { ...optional, description: 'Presentation in full.' })
  description?: string | null;

  @Field(() => [Words.PlaceMobility], { ...optional, description: 'Whether it moves.' })
  mobilities?: PlaceRecord['mobilities'] | null;

  @Field(() => String, { ...optional, description: 'Parent structure.' })
  parentStructure?: string | null;

  @Field(() => [Words.PlaceService], { ...optional, description: 'What it offers.' })
  services?: PlaceRecord['services'] | null;

  @Field(() => [Words.PlaceAudience], { ...optional, description: 'Whom it addresses in particular.' })
  audiences?: PlaceRecord['audiences'] | null;

  @Field(() => [Words.SpecificSupport], { ...optional, description: 'Whom it can support in particular.' })
  specificSupports?: PlaceRecord['specificSupports'] | null;

  @Field(() => [Words.PlaceFee], { ...optional, description: 'What coming costs.' })
  fees?: PlaceRecord['fees'] | null;

  @Field(() => [Words.NationalProgramme], { ...optional, description: 'National programmes it belongs to.' })
  nationalProgrammes?: PlaceRecord['nationalProgrammes'] | null;

  @Field(() => [Words.TrainingLabel], { ...optional, description: 'Trainings and labels.' })
  trainingLabels?: PlaceRecord['trainingLabels'] | null;

  @Field(() => [String], { ...optional, description: 'Other trainings and labels.' })
  otherLabels?: string[] | null;

  @Field(() => [Words.AccessMode], { ...optional, description: 'How to come.' })
  accessModes?: PlaceRecord['accessModes'] | null;

  @Field(() => [Words.SupportMode], { ...optional, description: 'How people are supported.' })
  supportModes?: PlaceRecord['supportModes'] | null;

  @Field(() => String, { ...optional, description: 'Address of its accessibility sheet.' })
  accessibilityUrl?: string | null;

  @Field(() => String, { ...optional, description: 'Where to book.' })
  bookingUrl?: string | null;
}

/** What a form says of a place, by the words of a record; what is absent is taken from `base`. */
export type PlaceForm = PlaceFields & Partial<Pick<PlaceRecord, 'name' | 'commune' | 'postcode' | 'address'>>;

const EMPTY: PlaceRecord = Object.fromEntries(
  STANDARD_FIELDS.map(({ kind, property }) => [
    property,
    ['words', 'texts', 'links', 'emails'].includes(kind) ? [] : null,
  ]),
) as unknown as PlaceRecord;

/**
 * The record that a form describes, by the very rules an import follows. What an import would leave out and say so, a
 * form hears as `PLACE_FIELD`, since somebody is there to put it right: every field at fault, not only the first.
 */
export function recordOf(form: PlaceForm, base: Partial<PlaceRecord>): PlaceRecord {
  const said: Record<string, unknown> = { ...EMPTY, ...base };
  for (const { property } of STANDARD_FIELDS) {
    const given = (form as Record<string, unknown>)[property];
    if (given === undefined) continue;
    said[property] = given === null ? EMPTY[property] : typeof given === 'number' ? String(given) : given;
  }
  const cells = STANDARD_FIELDS.map((field) => [field.column, writeField(field, said as unknown as PlaceRecord)]);
  const { record, notes } = readStandardRow(Object.fromEntries(cells));
  const [first, ...others] = notes.flatMap(({ fate, column, fr, en }) => {
    const property = STANDARD_FIELDS.find((field) => field.column === column)?.property;
    return fate === 'repaired' ? [] : [PLACE_FIELD({ fr, en }, `input.${property}`)];
  });
  if (first) throw allRefused([first, ...others]);
  // Without a note that refuses it, a row always stands.
  return record as PlaceRecord;
}

/** Today, where the place is. */
export async function dayOf(tx: Tx, branch: string | null, now: Date): Promise<string> {
  const found = branch === null ? null : await tx.findOneBy(Branch, { id: branch });
  return localDay(now, found?.zone ?? 'Europe/Paris');
}
