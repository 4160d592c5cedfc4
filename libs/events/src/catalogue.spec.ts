import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import * as beneficiaries from './beneficiaries.js';
import { CATALOGUE, parseEvent } from './catalogue.js';
import { type DomainEvent, defineEvent, isEventDefinition } from './define-event.js';
import * as equipment from './equipment.js';
import * as network from './network.js';
import * as reporting from './reporting.js';
import * as workshops from './workshops.js';

const producers = { beneficiaries, equipment, network, reporting, workshops };
const definitions = Object.entries(producers).flatMap(([service, exported]) =>
  Object.entries(exported)
    .filter((entry) => isEventDefinition(entry[1]))
    .map(([constant, definition]) => ({ service, constant, definition })),
);

/** Every property of a contract with the path to it. */
function properties(schema: unknown, path: readonly string[] = []): string[][] {
  if (typeof schema !== 'object' || schema === null) return [];
  const {
    properties: own = {},
    items,
    anyOf = [],
  } = schema as {
    properties?: Record<string, unknown>;
    items?: unknown;
    anyOf?: unknown[];
  };
  return [
    ...Object.entries(own).flatMap(([name, inside]) => [[...path, name], ...properties(inside, [...path, name])]),
    ...[items, ...anyOf].flatMap((inside) => properties(inside, path)),
  ];
}

// Topics remember for ever, so what is erased elsewhere must never have been there.
const PERSONAL =
  /^(.*name|phone.*|.*phone|mobile|.*mail|mail.*|birth.*|address.*|street|postcode|note|notes|comment.*|remark.*|reason|text|title|description|initials|photo|password)$/i;
const PAST = /(ed|made|forgotten|sold|sent|lent|set|held|given|kept|lost|put|built|drawn)$/;

describe('the catalogue of events', () => {
  it('has every event once, under the name that its constant has in code', () => {
    const names = definitions.map(({ definition }) => definition.name);
    expect(new Set(names).size).toBe(names.length);
    expect([...CATALOGUE.keys()].sort()).toEqual([...names].sort());
    for (const { constant, definition } of definitions) {
      const kebab = constant.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();
      expect(definition.name.split('.')[1]).toBe(kebab);
    }
  });

  it.each(definitions)('names $constant in the past tense, after its service, on one of its topics', (one) => {
    const { name, topic, key, data, version } = one.definition;
    expect(name).toMatch(new RegExp(`^${one.service}\\.[a-z]+(-[a-z]+)+$`));
    expect(name).toMatch(PAST);
    expect(topic).toMatch(new RegExp(`^${one.service}\\.[a-z]+(-[a-z]+)*$`));
    expect(Object.keys(data.shape)).toContain(key);
    expect(Number.isInteger(version) && version >= 1).toBe(true);
  });

  it.each(definitions)('has nothing in $constant that could hold a person’s data', ({ definition }) => {
    const paths = properties(z.toJSONSchema(definition.data, { io: 'input' }));
    expect(paths.filter((path) => PERSONAL.test(path.at(-1) ?? '')).map((path) => path.join('.'))).toEqual([]);
  });

  it.each(definitions)('knows the way up from every earlier version of $constant', ({ definition }) => {
    const earlier = Array.from({ length: definition.version - 1 }, (_, n) => String(n + 1));
    expect(Object.keys(definition.upcasts)).toEqual(earlier);
  });

  it.each(['firstName', 'phone', 'contactEmail', 'mail', 'birthDate', 'address', 'note', 'comment', 'reason'])(
    'would notice a property named %s',
    (name) => expect(name).toMatch(PERSONAL),
  );
});

describe('reading an event', () => {
  const Counted = defineEvent({
    name: 'workshops.chairs-counted',
    version: 3,
    topic: 'workshops.chairs',
    key: 'roomId',
    data: z.object({ roomId: z.string(), chairs: z.int(), broken: z.int() }),
    upcasts: {
      1: ({ seats, ...rest }) => ({ ...rest, chairs: seats }),
      2: (data) => ({ ...data, broken: 0 }),
    },
  });
  const known = new Map([[Counted.name, Counted]]);
  const envelope = (version: number, type = Counted.name): Omit<DomainEvent, 'data'> => ({
    id: '0199c3a0-0000-7000-8000-000000000001',
    type,
    version,
    source: 'workshops',
    topic: 'workshops.chairs',
    aggregateId: 'annex',
    aggregateVersion: 1,
    branch: null,
    occurredAt: new Date('2026-03-10T09:00:00Z'),
    recordedAt: new Date('2026-03-10T09:00:00Z'),
  });

  it('takes an event of the first version through every version to today’s', () => {
    const read = parseEvent(envelope(1), { roomId: 'annex', seats: 8 }, known);
    expect(read).toMatchObject({
      outcome: 'parsed',
      event: { version: 3, data: { roomId: 'annex', chairs: 8, broken: 0 } },
    });
  });

  it('takes an event of the second version from there', () => {
    const read = parseEvent(envelope(2), { roomId: 'annex', chairs: 8 }, known);
    expect(read).toMatchObject({ outcome: 'parsed', event: { data: { chairs: 8, broken: 0 } } });
  });

  it.each([4, 0, 1.5, Number.NaN])('says of version %p that it does not know it', (version) => {
    expect(parseEvent(envelope(version), { roomId: 'annex', chairs: 8, broken: 0 }, known).outcome).toBe(
      'unknown-version',
    );
  });

  it('says that a type is unknown, whatever its body', () => {
    expect(parseEvent(envelope(1, 'workshops.tables-counted'), {}, known).outcome).toBe('unknown-type');
  });

  it('names where a body is wrong and never what stood there', () => {
    const read = parseEvent(envelope(3), { roomId: 'annex', chairs: 'Dupont', broken: 0 }, known);
    expect(read).toEqual({ outcome: 'invalid', why: 'chairs' });
  });
});
