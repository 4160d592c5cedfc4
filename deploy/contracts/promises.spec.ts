import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { CATALOGUE, defineEvent } from '#events';
import { breaksOf, fileNameOf, type JsonSchema, schemaOf } from './event-schemas.js';
import { brokenPromises } from './promises.js';
import { ambiguousCodes } from './refusal-page.js';
import { writtenEvents, writtenRefusals } from './sources.js';

const schema = (data: z.ZodObject): JsonSchema =>
  schemaOf(defineEvent({ name: 'a.b-done', version: 1, topic: 'a.b', key: 'id', data: data.extend({ id: z.uuid() }) }));

describe('within a version of an event', () => {
  const before = schema(z.object({ who: z.enum(['A', 'B']), lines: z.array(z.object({ cents: z.int() })) }));
  const lines = z.array(z.object({ cents: z.int() }));

  it('may gain a field that can be missing, or a word', () => {
    expect(
      breaksOf(before, schema(z.object({ who: z.enum(['A', 'B', 'C']), lines, when: z.string().optional() }))),
    ).toEqual([]);
  });

  it.each([
    ['lose a field', z.object({ who: z.enum(['A', 'B']) }), 'lines is gone'],
    [
      'lose a field deep inside',
      z.object({ who: z.enum(['A', 'B']), lines: z.array(z.object({})) }),
      'lines[].cents is gone',
    ],
    ['require a new field', z.object({ who: z.enum(['A', 'B']), lines, when: z.string() }), 'when is now required'],
    ['lose a word', z.object({ who: z.enum(['A']), lines }), 'who lost B'],
    ['change the form of a field', z.object({ who: z.int(), lines }), 'who changed its form'],
  ])('may not %s', (_, data, why) => {
    expect(breaksOf(before, schema(data))).toContain(why);
  });
});

describe('the schema callers see', () => {
  const api = 'type Query { session(id: ID!): Session } type Session { id: ID! seats: Int }';
  const broken = (now: string) =>
    brokenPromises({ api, schemas: new Map(), fixtures: [] }, { api: now, definitions: CATALOGUE });

  it('may gain a field', async () => {
    expect(await broken(api.replace('seats: Int', 'seats: Int level: String'))).toEqual([]);
  });

  it('may not lose one', async () => {
    expect(await broken(api.replace('seats: Int', ''))).toEqual([expect.stringMatching(/'seats' was removed/)]);
  });

  it('may not ask for an argument it did without', async () => {
    expect(await broken(api.replace('id: ID!)', 'id: ID!, branch: String!)'))).toHaveLength(1);
  });
});

describe('what is committed', () => {
  it('describes all events in a document that AsyncAPI tools accept', async () => {
    const { document, diagnostics } = await new Parser().parse(readFileSync('docs/events/asyncapi.yaml', 'utf8'));
    expect(
      diagnostics.filter(({ severity }) => severity === 0).map(({ message, path }) => `${path.join('.')}: ${message}`),
    ).toEqual([]);
    expect(document?.allMessages().all()).toHaveLength(CATALOGUE.size);
  });

  it('says of every event what happened', () => {
    const written = writtenEvents('.');
    const silent = [...CATALOGUE.values()].filter(({ name }) => !written.get(name)?.doc).map(fileNameOf);
    expect(silent).toEqual([]);
  });

  it('gives every refusal a stable code, a kind and two sentences', () => {
    const refusals = writtenRefusals('.');
    expect(refusals.length).toBeGreaterThan(40);
    const wanting = refusals.filter(
      ({ code, kind, fr, en }) => !/^[A-Z]+(_[A-Z]+)*$/.test(code) || !kind || !fr || !en,
    );
    expect(wanting).toEqual([]);
    expect(ambiguousCodes(refusals)).toEqual([]);
  });
});
