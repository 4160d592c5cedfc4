import 'reflect-metadata';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { CATALOGUE, type DomainEvent, defineEvent, parseEvent } from '#events';
import { projectionsOf } from '../../services/reporting/src/projection/project.js';
import { schemaOf } from './event-schemas.js';
import { envelopeOf, type Fixture, faultsOf, fixtureOf } from './fixtures.js';

const fixtures = globSync('libs/events/fixtures/*.json').map(
  (file) => JSON.parse(readFileSync(file, 'utf8')) as Fixture,
);

const modules = await Promise.all(
  globSync('services/reporting/src/**/*.projection.ts').map(
    (file) => import(`../../${file.replaceAll('\\', '/')}`) as Promise<Record<string, unknown>>,
  ),
);
const classes = modules.flatMap((module) => Object.values(module).filter((one) => typeof one === 'function'));
const projections = projectionsOf(classes.filter((one) => one.name.endsWith('Projection')) as (new () => object)[]);

describe('every event ever released', () => {
  it('is kept: one fixture at least for each event of the catalogue', () => {
    const kept = new Set(fixtures.map(({ type }) => type));
    expect([...CATALOGUE.keys()].filter((name) => !kept.has(name))).toEqual([]);
  });

  it.each(fixtures)('can still be read: $type v$version', (fixture) => {
    expect(faultsOf(fixture, CATALOGUE)).toEqual([]);
  });

  it.each(fixtures.filter(({ type }) => projections.has(type)))('still counts: $type v$version', (fixture) => {
    const projection = found(projections.get(fixture.type));
    const parsed = parseEvent(envelopeOf(fixture, found(CATALOGUE.get(fixture.type))), fixture.data);
    if (parsed.outcome !== 'parsed') throw new Error(parsed.why);
    const deltas = projection.project(parsed.event as DomainEvent<never>);
    for (const delta of deltas) {
      expect(delta.occurredOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect([delta.units, delta.minutes ?? 0, delta.cents ?? 0].every(Number.isSafeInteger)).toBe(true);
    }
    expect(projection.project(parsed.event as DomainEvent<never>)).toEqual(deltas);
  });

  it('is projected by today’s reporting in more than one way', () => {
    expect(projections.size).toBeGreaterThan(10);
  });
});

describe('a contract that breaks a released event', () => {
  const define = (data: z.ZodObject, name = 'workshops.chairs-counted', version = 1) =>
    defineEvent({ name, version, topic: 'workshops.chairs', key: 'roomId', data });
  const released = define(z.object({ roomId: z.uuid(), chairs: z.int() }));
  const fixture = fixtureOf(released, schemaOf(released));
  const faults = (definition: ReturnType<typeof define>) => faultsOf(fixture, new Map([[definition.name, definition]]));

  it('is noticed when a field is gone', () => {
    expect(faults(define(z.object({ roomId: z.uuid() })))[0]).toMatch(/field lost/);
  });

  it('is noticed when a field is added that old events do not have', () => {
    expect(faults(define(z.object({ roomId: z.uuid(), chairs: z.int(), tables: z.int() })))[0]).toMatch(/tables/);
  });

  it('is noticed when the event is gone, or its way up is', () => {
    expect(faults(define(z.object({ roomId: z.uuid() }), 'workshops.tables-counted'))[0]).toMatch(/no longer defined/);
    expect(faults(define(z.object({ roomId: z.uuid() }), released.name, 2))[0]).toMatch(/no way from v1/);
  });

  it('is none when a field is added that may be missing', () => {
    expect(faults(define(z.object({ roomId: z.uuid(), chairs: z.int(), tables: z.int().optional() })))).toEqual([]);
  });
});

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not found');
  return value;
}
