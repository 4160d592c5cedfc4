import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type DomainEvent, type EventDefinition, parseEvent } from '#events';
import { fileNameOf, type JsonSchema } from './event-schemas.js';

/** A fact as it was once released: kept for ever, so that nobody forgets how to read it. */
export interface Fixture {
  readonly type: string;
  readonly version: number;
  readonly data: Record<string, unknown>;
}

/** A fixture of an event's present version, the same on every machine. */
export function fixtureOf(definition: EventDefinition, schema: JsonSchema): Fixture {
  const { name, version } = definition;
  return { type: name, version, data: sampleOf(schema, [name]) as Record<string, unknown> };
}

/** Why today's contracts cannot read a fixture as it was meant; empty when they can. */
export function faultsOf(fixture: Fixture, definitions: ReadonlyMap<string, EventDefinition>): string[] {
  const known = definitions.get(fixture.type);
  const name = fileNameOf({ name: fixture.type, version: fixture.version });
  if (!known) return [`${name} was released and is no longer defined`];
  const parsed = parseEvent(envelopeOf(fixture, known), fixture.data, definitions);
  if (parsed.outcome !== 'parsed') return [`${name} can no longer be read: ${parsed.outcome} (${parsed.why})`];
  // Parsing drops what the contract no longer knows.
  if (fixture.version === known.version && !isDeepStrictEqual(parsed.event.data, fixture.data))
    return [`${name} is read with a field lost or changed`];
  return [];
}

/** The envelope a fixture would travel in. */
export function envelopeOf(fixture: Fixture, definition: EventDefinition): Omit<DomainEvent, 'data'> {
  return {
    id: '0199c3a0-0000-7000-8000-000000000001',
    type: fixture.type,
    version: fixture.version,
    source: fixture.type.split('.')[0] ?? '',
    topic: definition.topic,
    aggregateId: String(fixture.data[definition.key]),
    aggregateVersion: 1,
    branch: 'BX',
    occurredAt: new Date('2026-03-10T09:00:00.000Z'),
    recordedAt: new Date('2026-03-10T09:00:01.000Z'),
  };
}

/** Texts that a schema allows but a reader would not know what to do with. */
const TEXTS: Readonly<Record<string, string>> = {
  zone: 'Europe/Paris',
  city: 'Bordeaux',
  endsAt: '2026-03-10T11:00:00.000Z',
};
const FORMATS: Readonly<Record<string, string>> = { date: '2026-03-10', 'date-time': '2026-03-10T09:00:00.000Z' };
const SAMPLES = ['BX', '33063'];

function sampleOf(schema: JsonSchema, path: readonly string[]): unknown {
  const number = hashOf(path).readUInt32BE(0);
  const choice = schema.anyOf?.find((one) => one.type !== 'null');
  if (choice) return sampleOf(choice, path);
  if (schema.const !== undefined) return schema.const;
  // Another word in another place, so that before and after differ.
  if (schema.enum) return schema.enum[number % schema.enum.length];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, inside]) => [name, sampleOf(inside, [...path, name])]),
      );
    case 'array':
      return [sampleOf(schema.items ?? {}, [...path, '0'])];
    case 'integer':
      return Math.max(schema.minimum ?? 0, (schema.exclusiveMinimum ?? 0) + 1) + (number % 8);
    case 'number':
      return 44.8 + (number % 8) / 100;
    case 'boolean':
      return number % 2 === 0;
    case 'string':
      return stringOf(schema, path);
    default:
      throw new Error(`No sample for ${path.join('.')}: write its fixture by hand.`);
  }
}

function stringOf(schema: JsonSchema, path: readonly string[]): string {
  const name = path.at(-1) ?? '';
  if (schema.format === 'uuid') return uuidOf(path);
  const known = TEXTS[name] ?? FORMATS[schema.format ?? ''];
  if (known !== undefined) return known;
  if (schema.pattern === undefined) return `a ${name}`;
  const sample = SAMPLES.find((one) => new RegExp(schema.pattern ?? '').test(one));
  if (sample === undefined) throw new Error(`No sample for ${path.join('.')}: write its fixture by hand.`);
  return sample;
}

function uuidOf(path: readonly string[]): string {
  const hex = hashOf(path).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const hashOf = (path: readonly string[]): Buffer => createHash('sha256').update(path.join('/')).digest();
