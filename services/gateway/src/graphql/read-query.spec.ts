import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { Refusal } from '#errors';
import { QueryFaults } from './query-faults.js';
import { QueryReader } from './read-query.js';

const schema = buildSchema(`
  type Query { branches(first: Int, kind: Kind): [Branch!] branch(code: ID!): Branch }
  type Mutation { schedule(input: ScheduleInput!): Branch }
  input ScheduleInput { seats: Int!, kind: Kind, room: RoomInput }
  input RoomInput { code: String! }
  enum Kind { CITY TOWN }
  type Branch { code: ID! kind: Kind twin: Branch }
`);
const reader = new QueryReader(schema);

function refusalOf(query: string, variables?: unknown, operationName?: string) {
  try {
    reader.read(JSON.stringify({ query, variables, operationName }), 'correlation');
    return [];
  } catch (error) {
    if (error instanceof QueryFaults) return error.faults.map(({ extensions }) => ({ ...extensions }));
    if (error instanceof Refusal) return [{ code: error.code, field: error.field }];
    throw error;
  }
}

const nested = (levels: number, leaf = 'code'): string =>
  levels === 0 ? leaf : `twin { ${nested(levels - 1, leaf)} }`;
const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

describe('the weight of a query', () => {
  it('lets the usual through', () => {
    expect(refusalOf(`{ branches(first: 100) { ${nested(6)} } }`)).toEqual([]);
    expect(refusalOf(`{ ${times(15, (i) => `b${i}: branch(code: "BX") { code }`)} }`)).toEqual([]);
  });

  it.each([
    ['nine levels', `{ branches { ${nested(7)} } }`, 'QUERY_TOO_DEEP'],
    [
      'nine levels folded into fragments',
      `{ branches { ...A } } fragment A on Branch { ${nested(3, '...B')} } fragment B on Branch { ${nested(4)} }`,
      'QUERY_TOO_DEEP',
    ],
    ['nine levels behind an inline fragment', `{ branches { ... on Branch { ${nested(7)} } } }`, 'QUERY_TOO_DEEP'],
    ['sixteen aliases', `{ ${times(16, (i) => `b${i}: branch(code: "BX") { code }`)} }`, 'TOO_MANY_ALIASES'],
    ['sixteen aliases of __typename', `{ ${times(16, (i) => `t${i}: __typename`)} }`, 'TOO_MANY_ALIASES'],
    [
      'sixteen aliases from two fragments',
      `{ branches { ...A ...B } } fragment A on Branch { ${times(8, (i) => `a${i}: code`)} } fragment B on Branch { ${times(8, (i) => `b${i}: code`)} }`,
      'TOO_MANY_ALIASES',
    ],
    ['twenty-one questions', `{ ${times(21, () => '__typename')} }`, 'TOO_MANY_ROOT_FIELDS'],
    ['twenty-one directives', `{ branches { ${times(21, () => 'code @skip(if: false)')} } }`, 'TOO_MANY_DIRECTIVES'],
    ['a thousand words', `{ branches { ${times(1_001, () => 'code')} } }`, 'QUERY_TOO_LONG'],
    [
      'a fragment bomb',
      `{ branches { ...F0 } } ${times(20, (i) => `fragment F${i} on Branch { ...F${i + 1} ...F${i + 1} }`)} fragment F20 on Branch { code }`,
      'TOO_MANY_SELECTIONS',
    ],
    ['a page of 101', '{ branches(first: 101) { code } }', 'PAGE_SIZE'],
    ['a fake introspection', `{ branches { __typename ${nested(7)} } __typename }`, 'QUERY_TOO_DEEP'],
  ])('refuses %s', (_what, query, code) => {
    expect(refusalOf(query)).toMatchObject([{ code }]);
  });

  it('refuses a page too long that comes as a variable or as a default', () => {
    const query = 'query ($n: Int) { branches(first: $n) { code } }';
    expect(refusalOf(query, { n: 101 })).toEqual([{ code: 'PAGE_SIZE', field: 'branches.first' }]);
    expect(refusalOf(query, { n: 100 })).toEqual([]);
    expect(refusalOf('query ($n: Int = 1000) { branches(first: $n) { code } }')).toMatchObject([{ code: 'PAGE_SIZE' }]);
  });

  it('leaves circular fragments to validation, and ends', () => {
    const query = '{ branches { ...A } } fragment A on Branch { code ...B } fragment B on Branch { code ...A }';
    expect(refusalOf(query)).toMatchObject([{ code: 'INVALID_QUERY' }]);
  });
});

describe('a query that is wrong', () => {
  it.each([
    ['syntax', '{ branches { code }', undefined],
    ['an unknown field', '{ branches { cod } }', 'branches.cod'],
    ['a wrong enum in the text', '{ branches(kind: VILLAGE) { code } }', 'branches.kind'],
    ['a missing argument', '{ branch { code } }', 'branch'],
    [
      'an unknown input field',
      'mutation { schedule(input: { seats: 1, chairs: 2 }) { code } }',
      'schedule.input.chairs',
    ],
  ])('is refused for %s, with its place and without guesses', (_what, query, field) => {
    const [fault] = refusalOf(query);
    expect(fault).toMatchObject({
      code: 'INVALID_QUERY',
      kind: 'invalid',
      fr: expect.any(String),
      en: expect.any(String),
    });
    expect(fault?.field).toBe(field);
    expect(JSON.stringify(fault)).not.toMatch(/did you mean/i);
  });

  it.each([
    ['a wrong enum', { seats: 1, kind: 'Camille Martin' }, 'input.kind'],
    ['a text for a number', { seats: 'Camille Martin' }, 'input.seats'],
    ['a missing field', {}, 'input.seats'],
    ['an unknown field', { seats: 1, sats: 2 }, 'input.sats'],
    ['an object for a text', { seats: 1, room: { code: { a: 'Camille Martin' } } }, 'input.room.code'],
    ['a text for an object', { seats: 1, room: 'Camille Martin' }, 'input.room'],
  ])('is refused for %s in its variables, with the path and without the value', (_what, input, field) => {
    const faults = refusalOf('mutation ($input: ScheduleInput!) { schedule(input: $input) { code } }', { input });
    expect(faults.map((fault) => [fault.code, fault.field ?? ''])).toContainEqual(['INVALID_QUERY', field]);
    expect(JSON.stringify(faults)).not.toMatch(/Camille|did you mean/i);
  });

  it('is refused without its required variables, or with an operation nobody named', () => {
    const query = 'mutation M($input: ScheduleInput!) { schedule(input: $input) { code } }';
    expect(refusalOf(query)).toMatchObject([{ code: 'INVALID_QUERY', field: 'input' }]);
    expect(refusalOf(query, { input: { seats: 1 } }, 'N')).toMatchObject([
      { code: 'INVALID_QUERY', field: 'operationName' },
    ]);
    expect(refusalOf('query A { branches { code } } query B { branches { code } }')).toMatchObject([
      { field: 'operationName' },
    ]);
  });
});
