import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { type Answer, givenGateway, type TestGateway } from '../../test/given.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await givenGateway();
});
afterAll(() => gateway.close());

const codes = (answer: Answer) => (answer.errors ?? []).map((error) => error.extensions.code);
const seen = () => [...gateway.network.seen, ...gateway.equipment.seen];

beforeEach(() => {
  gateway.network.seen.length = 0;
  gateway.equipment.seen.length = 0;
  gateway.done.length = 0;
  gateway.log.length = 0;
});

describe('a query over several services', () => {
  it('joins what each of them knows of the same thing', async () => {
    const answer = await gateway.ask('{ branches { code name stock } devices { tag branch { name } } }');
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({
      branches: [
        { code: 'BX', name: 'Bordeaux', stock: 3 },
        { code: 'LI', name: 'Lille', stock: 3 },
      ],
      devices: [{ tag: 'BXPC26-0322', branch: { name: 'Bordeaux' } }],
    });
  });

  it('runs mutations in the order they are written, whichever service they belong to', async () => {
    const answer = await gateway.ask(`mutation {
      a: openBranch(input: { code: "AA", kind: CITY }) b: receiveDevice(tag: "T1")
      c: openBranch(input: { code: "CC", kind: CITY }) d: receiveDevice(tag: "T2")
    }`);
    expect(answer.data).toEqual({ a: 'open AA', b: 'receive T1', c: 'open CC', d: 'receive T2' });
    expect(gateway.done).toEqual(['open AA', 'receive T1', 'open CC', 'receive T2']);
  });

  it('is signed, byte for byte, with a new nonce each time', async () => {
    await gateway.ask('{ branches { code stock } }');
    await gateway.ask('{ branches { code stock } }');
    expect(seen().map((request) => request.verdict)).toEqual(['valid', 'valid', 'valid', 'valid']);
  });

  it('takes the caller along to each service', async () => {
    const authorization = `Bearer ${await gateway.token()}`;
    const headers = {
      authorization,
      'idempotency-key': 'key-00000001',
      traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
      'x-correlation-id': 'from-the-page-1',
      'accept-language': 'fr',
      'x-passerelle-service': 'reporting',
      cookie: 'secret=1',
    };
    const answer = await gateway.ask('{ branches { code stock } }', undefined, headers);
    expect(answer.headers.get('x-correlation-id')).toBe('from-the-page-1');
    expect(seen()).toHaveLength(2);
    for (const request of seen()) {
      const { cookie: _cookie, ...expected } = headers;
      expect(request.headers).toMatchObject({ ...expected, 'x-passerelle-service': 'gateway' });
      expect(request.headers.cookie).toBeUndefined();
    }
  });

  it('answers questions about the schema itself', async () => {
    const answer = await gateway.ask(getIntrospectionQuery());
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer.data)).not.toMatch(/join__|_entities|_service/);
    expect(codes(await gateway.ask('{ __schema { queryType { name } } branches { code } }'))).toEqual([
      'INVALID_QUERY',
    ]);
  });
});

describe('a service that fails', () => {
  afterEach(async () => {
    gateway.equipment.nonsense = undefined;
    await gateway.equipment.down();
    await gateway.equipment.up();
  });

  const stockMissing = (index: number) => ({
    message: 'SERVICE_UNAVAILABLE',
    path: ['branches', index, 'stock'],
    extensions: expect.objectContaining({
      code: 'SERVICE_UNAVAILABLE',
      kind: 'retry',
      service: 'equipment',
      fr: expect.stringContaining('Matériel'),
      en: expect.stringContaining('equipment'),
      correlationId: expect.any(String),
    }),
  });

  it('leaves its own part empty and says where, the rest holds', async () => {
    await gateway.equipment.down();
    const answer = await gateway.ask(
      'query Q($no: Boolean = false) { branches { ...B stock s2: stock @include(if: $no) } devices { tag } } fragment B on Branch { code name }',
    );
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({
      branches: [
        { code: 'BX', name: 'Bordeaux', stock: null },
        { code: 'LI', name: 'Lille', stock: null },
      ],
      devices: null,
    });
    expect(answer.errors).toEqual([stockMissing(0), stockMissing(1), { ...stockMissing(0), path: ['devices'] }]);
  });

  it('gives null for a root that nobody could fill', async () => {
    await gateway.equipment.down();
    const answer = await gateway.ask('{ devices { tag } }');
    expect(answer.data).toEqual({ devices: null });
    expect(answer.errors?.[0]?.path).toEqual(['devices']);
  });

  it('is as silent when it talks nonsense', async () => {
    gateway.equipment.nonsense = '<h1>stack trace</h1>';
    const answer = await gateway.ask('{ branches { code stock } }');
    expect(answer.errors).toEqual([stockMissing(0), stockMissing(1)]);
    expect(JSON.stringify(answer)).not.toContain('stack trace');
  });

  it('is as silent when its JSON is none, and what it said is not in the log', async () => {
    gateway.equipment.nonsense = '{"data":hunter2}';
    gateway.equipment.nonsenseType = 'application/json';
    const answer = await gateway.ask('{ devices { tag } }');
    expect([answer.data, codes(answer)]).toEqual([{ devices: null }, ['SERVICE_UNAVAILABLE']]);
    expect(gateway.log.join('')).not.toContain('hunter2');
  });

  it('is heard again as soon as it is back', async () => {
    await gateway.ask('{ devices { tag } }');
    await gateway.equipment.down();
    await gateway.equipment.up();
    expect((await gateway.ask('{ devices { tag } }')).data).toEqual({ devices: [{ tag: 'BXPC26-0322' }] });
  });

  it('takes no more than five seconds of anybody’s time', async () => {
    let release = () => {};
    gateway.equipment.hold = new Promise((resolve) => {
      release = resolve;
    });
    const answer = await gateway.ask('{ branches { code stock } }');
    release();
    gateway.equipment.hold = undefined;
    expect(answer.errors).toEqual([stockMissing(0), stockMissing(1)]);
  }, 10_000);
});

describe('what a service says', () => {
  it('reaches the caller unchanged when it is a refusal', async () => {
    const answer = await gateway.ask('{ refused branches { code } }', undefined, {
      'x-correlation-id': 'from-the-page-2',
    });
    expect(answer.data).toEqual({ refused: null, branches: [{ code: 'BX' }, { code: 'LI' }] });
    expect(answer.errors).toEqual([
      {
        message: 'ROOM_TAKEN',
        path: ['refused'],
        extensions: {
          code: 'ROOM_TAKEN',
          kind: 'conflict',
          field: 'input.roomId',
          fr: 'La salle est prise.',
          en: 'The room is taken.',
          correlationId: 'from-the-page-2',
        },
      },
    ]);
  });

  it('stays inside when it is a bug: the caller gets an id, the log has the rest', async () => {
    const answer = await gateway.ask('query ($kind: Kind) { bug branches(kind: $kind) { code } }', { kind: 'TOWN' });
    expect(codes(answer)).toEqual(['INTERNAL']);
    expect(JSON.stringify(answer)).not.toContain('hunter2');
    const id = String(answer.errors?.[0]?.extensions.correlationId);
    const line = gateway.log.find((one) => one.includes(id)) ?? '';
    expect(line).toContain('hunter2');
    expect(line).not.toContain('TOWN');
  });
});

describe('a request that is no query', () => {
  it('is refused without a token, with a false one, and says nothing of the schema', async () => {
    for (const authorization of ['', 'Bearer a.b.c', 'Basic eDp5']) {
      const answer = await gateway.ask('{ nothing }', undefined, { authorization });
      expect([answer.status, codes(answer)]).toEqual([401, ['UNAUTHENTICATED']]);
    }
    expect(seen()).toEqual([]);
  });

  it('is refused over GET, be it a mutation or not', async () => {
    const headers = { authorization: `Bearer ${await gateway.token()}` };
    const response = await fetch(
      `${gateway.address}/graphql?query=${encodeURIComponent('mutation { receiveDevice(tag: "X") }')}`,
      { headers },
    );
    expect(response.status).toBe(405);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'WRONG_METHOD' } }] });
    expect(gateway.done).toEqual([]);
  });

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', ''])(
    'is refused as %p',
    async (type) => {
      const answer = await gateway.ask('{ branches { code } }', undefined, { 'content-type': type });
      expect([answer.status, codes(answer)]).toEqual([415, ['WRONG_CONTENT_TYPE']]);
    },
  );

  it.each([
    ['[{"query":"{ branches { code } }"}]', 'BATCHING_OFF', undefined],
    ['{"query":', 'MALFORMED_REQUEST', undefined],
    ['{"query":7}', 'MALFORMED_REQUEST', 'query'],
    ['{"query":"{ branches { code } }","variables":"x"}', 'MALFORMED_REQUEST', 'variables'],
  ])('is refused with the body %s', async (body, code, field) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await gateway.token()}` };
    const answer = await gateway.post('/graphql', body, headers);
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code, ...(field ? { field } : {}) });
  });

  it('is refused above 100 KB, be it 50 MB', async () => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await gateway.token()}` };
    for (const size of [101 * 1024, 50 * 1024 * 1024]) {
      const answer = await gateway.post('/graphql', Buffer.alloc(size, 'x'), headers);
      expect([answer.status, codes(answer)]).toEqual([413, ['BODY_TOO_LARGE']]);
    }
  });
});
