import { registerEnumType } from '@nestjs/graphql';
import type { PlaceRecord } from './standard/standard-fields.js';

/** What somebody looking for help may miss in a record. */
export const PlaceGap = {
  POSITION: 'POSITION',
  CONTACT: 'CONTACT',
  HOURS: 'HOURS',
  SERVICES: 'SERVICES',
  FEES: 'FEES',
  ACCESS: 'ACCESS',
  SUPPORT: 'SUPPORT',
} as const;
export type PlaceGap = keyof typeof PlaceGap;

registerEnumType(PlaceGap, {
  name: 'PlaceGap',
  description: 'What somebody looking for help may miss in the record of a place.',
  valuesMap: {
    POSITION: { description: 'Where it is on a map.' },
    CONTACT: { description: 'A telephone, an e-mail or a web site.' },
    HOURS: { description: 'When it is open.' },
    SERVICES: { description: 'What it offers.' },
    FEES: { description: 'What coming costs.' },
    ACCESS: { description: 'How to come.' },
    SUPPORT: { description: 'How people are supported.' },
  },
});

type Property = keyof PlaceRecord;

/** Each gap is closed by any one of these fields. A position needs both figures, and the record never keeps one alone. */
const CLOSED_BY: Readonly<Record<PlaceGap, readonly Property[]>> = {
  POSITION: ['latitude'],
  CONTACT: ['telephone', 'emails', 'websites'],
  HOURS: ['openingHours'],
  SERVICES: ['services'],
  FEES: ['fees'],
  ACCESS: ['accessModes'],
  SUPPORT: ['supportModes'],
};
const LISTS: ReadonlySet<Property> = new Set(['emails', 'websites', 'services', 'fees', 'accessModes', 'supportModes']);

/** What the record still misses; nothing = complete. */
export function gapsOf(record: PlaceRecord): PlaceGap[] {
  const says = (property: Property) => {
    const value = record[property];
    return Array.isArray(value) ? value.length > 0 : value !== null;
  };
  return (Object.keys(CLOSED_BY) as PlaceGap[]).filter((gap) => !CLOSED_BY[gap].some(says));
}

/** The same rule for a list of places under `alias`: true where `gapsOf` is empty. */
export function completeIn(alias: string): string {
  const says = (property: Property) =>
    LISTS.has(property) ? `cardinality(${alias}.${property}) > 0` : `${alias}.${property} IS NOT NULL`;
  return Object.values(CLOSED_BY)
    .map((properties) => `(${properties.map(says).join(' OR ')})`)
    .join(' AND ');
}
