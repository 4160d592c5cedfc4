import { expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { asCurl, asJavaScript, callsIn, readVariables } from './ask.js';
import { samplesFor } from './samples.js';

it('reads how often each service was asked', () => {
  expect(callsIn('workshops;desc="2";dur=14.2, equipment;desc="1";dur=3.0')).toEqual([
    { service: 'workshops', calls: 2 },
    { service: 'equipment', calls: 1 },
  ]);
  expect(callsIn('')).toEqual([]);
});

it('takes an object for variables and nothing else', () => {
  expect(readVariables('  ')).toEqual({});
  expect(readVariables('{"code":"BX"}')).toEqual({ code: 'BX' });
  for (const wrong of ['[1]', 'null', '{', '"BX"']) expect(readVariables(wrong)).toBeUndefined();
});

it('copies a request without its token, quotes kept whole', () => {
  const asked = { query: '{ places(text: "l\'Écluse") { items { id } } }', variables: {} };
  const curl = asCurl('http://localhost:4000', asked);
  expect(curl).toContain('Bearer $TOKEN');
  expect(curl).toContain("l'\\''Écluse");
  expect(asJavaScript('http://localhost:4000', asked)).toMatch(/Bearer \$\{token\}/);
});

it('offers samples that are queries, each with the variables it names', () => {
  for (const { query, variables } of samplesFor('BX', '2026-11-26')) {
    const [operation] = parse(query).definitions;
    const named = operation?.kind === 'OperationDefinition' ? (operation.variableDefinitions ?? []) : [];
    expect(named.map(({ variable }) => variable.name.value).sort()).toEqual(Object.keys(variables).sort());
  }
});
