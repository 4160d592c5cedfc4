import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, getIntrospectionQuery, Kind, parse } from 'graphql';
import { type Persona, personas } from '#testing';
import { type Answer, givenGateway, type TestGateway } from '../../test/given.js';
import { costOf } from './query-cost.js';

let gateway: TestGateway | undefined;
afterEach(async () => {
  await gateway?.close();
  gateway = undefined;
});

const codes = (answer: Answer) => (answer.errors ?? []).map((error) => error.extensions.code);
const QUERY = '{ branches { code name } }';

describe('where only what pages ask is answered', () => {
  let folder: string;
  let documentsFile: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'documents-'));
    documentsFile = join(folder, 'documents.json');
    await writeFile(documentsFile, JSON.stringify([createHash('sha256').update(QUERY).digest('hex')]));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const askAs = async (who: Persona, query: string): Promise<Answer> => {
    gateway ??= await givenGateway({ documentsFile });
    return gateway.ask(query, undefined, { authorization: `Bearer ${await gateway.token(who)}` });
  };

  it('answers a manager what a page asks, to the letter, and refuses every other query before it is checked', async () => {
    expect((await askAs(personas.managerOfBordeaux, QUERY)).errors).toBeUndefined();
    for (const query of [`${QUERY} `, '{ noSuchField }', getIntrospectionQuery()]) {
      const answer = await askAs(personas.managerOfBordeaux, query);
      expect([answer.status, codes(answer)]).toEqual([403, ['QUERY_NOT_KNOWN']]);
    }
  });

  it('lets a program and the administrator ask freely, and look at the schema', async () => {
    for (const who of [personas.apiClient, personas.administrator]) {
      expect((await askAs(who, '{ branches { name } }')).data).toHaveProperty('branches');
      expect((await askAs(who, getIntrospectionQuery())).data).toHaveProperty('__schema');
    }
  });
});

describe('what a query may cost', () => {
  it('tells what is left of the minute, and refuses once it is spent, saying when to come back', async () => {
    gateway = await givenGateway({ budget: { query: 200, minute: 100 } });
    const first = await gateway.ask(QUERY);
    expect(first.headers.get('ratelimit-policy')).toBe('"cost";q=100;w=60');
    // Ten branches at most, each a record of two values.
    expect(first.headers.get('ratelimit')).toBe('"cost";r=60;t=60');
    await gateway.ask(QUERY);
    const third = await gateway.ask(QUERY);
    expect([third.status, codes(third)]).toEqual([429, ['BUDGET_SPENT']]);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('is spent by each caller alone', async () => {
    gateway = await givenGateway({ budget: { query: 200, minute: 50 } });
    await gateway.ask(QUERY);
    expect(codes(await gateway.ask(QUERY))).toEqual(['BUDGET_SPENT']);
    const authorization = `Bearer ${await gateway.token(personas.auditor)}`;
    expect((await gateway.ask(QUERY, undefined, { authorization })).errors).toBeUndefined();
  });

  it('refuses what might hold too much, however few fields it names', async () => {
    gateway = await givenGateway();
    const answer = await gateway.ask(
      '{ branches(first: 100) { twin { twin { twin { twin { code name stock } } } } } }',
    );
    expect(codes(answer)).toEqual([]);
    const wide = Array.from({ length: 12 }, (_, n) => `a${n}: twin { twin { twin { twin { code name stock } } } }`);
    expect(codes(await gateway.ask(`{ branches(first: 100) { ${wide.join(' ')} } }`))).toEqual(['QUERY_TOO_COSTLY']);
  });
});

describe('the cost of a query', () => {
  const schema = buildSchema(`
    type Query { rows(first: Int = 50): Page  plain: [Row!]!  one: Row }
    type Page { items: [Row!]! endCursor: String }
    type Row { id: ID! name: String page(first: Int = 10): Page }
    type Mutation { change: Row }`);
  const cost = (text: string, variables: Record<string, unknown> = {}) => {
    const document = parse(text);
    const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
    return operation ? costOf(schema, document, operation, variables, 1_000_000) : Number.NaN;
  };

  it.each([
    ['a record and its values', '{ one { id name } }', 4],
    ['ten rows of a list without pages', '{ plain { id } }', 30],
    ['the rows of a page as it is by default', '{ rows { items { id } } }', 250],
    ['the rows of a page as it is asked for', '{ rows(first: 3) { items { id } endCursor } }', 18],
    ['pages within pages', '{ rows(first: 3) { items { page(first: 4) { items { id } } } } }', 3 * 2 * 2 + 12 * 5],
    ['what a fragment unfolds to', '{ a: one { ...R } b: one { ...R } } fragment R on Row { id name }', 8],
    ['nothing for what is left out', '{ one { id name @skip(if: true) } }', 3],
    ['a change', 'mutation { change { id } }', 23],
  ])('counts %s', (_what, text, expected) => expect(cost(text)).toBe(expected));

  it('leaves out what the variables leave out', () => {
    const text = 'query ($all: Boolean!) { one { id } rows @include(if: $all) { endCursor } }';
    expect(cost(text, { all: false })).toBe(3);
    expect(cost(text, { all: true })).toBe(153);
    expect(cost('query ($no: Boolean = false) { one { id name @include(if: $no) } }')).toBe(3);
  });

  it('takes the rows from variables, and from their defaults', () => {
    const text = 'query ($n: Int = 7) { rows(first: $n) { endCursor } }';
    expect(cost(text, { n: 2 })).toBe(2 * 2 + 2);
    expect(cost(text)).toBe(7 * 2 + 7);
  });
});
