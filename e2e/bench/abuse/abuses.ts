/** One thing that nobody asks who means well. */
export interface Abuse {
  readonly name: string;
  /** The limit or rule that ends it, as the refusal's code. */
  readonly refused: string;
  readonly request: RequestInit;
}

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const query = (text: string, variables?: unknown) => json({ query: text, ...(variables ? { variables } : {}) });
const many = (count: number, of: (n: number) => string) => Array.from({ length: count }, (_, n) => of(n)).join(' ');
const nested = (depth: number, inner: string): string =>
  depth === 0 ? inner : `branch { places(first: 1) { items { ${nested(depth - 1, inner)} } } }`;
const PLACES = '{ places(first: 1) { items {';
/** Each fragment holds the next one twice: 2 to the power of so many fields, in a text of a few lines. */
const bomb = (levels: number, last: string) =>
  many(
    levels,
    (n) =>
      `fragment F${n} on Place { ...${n === levels - 1 ? 'G' : `F${n + 1}`} ...F${n === levels - 1 ? 'L' : n + 1} }`,
  ) + ` fragment G on Place { id } fragment L on Place { ${last} }`;

/** Every abusive query of the security page, and the known ways round the limits of other gateways. */
export const ABUSES: readonly Abuse[] = [
  { name: 'depth 13, by fields', refused: 'QUERY_TOO_DEEP', request: query(`${PLACES} ${nested(4, 'id')} } } }`) },
  {
    name: 'depth 13, behind fragments',
    refused: 'QUERY_TOO_DEEP',
    request: query(
      `${PLACES} ...A } } } fragment A on Place { branch { places(first: 1) { items { ...B } } } } fragment B on Place { branch { places(first: 1) { items { ...C } } } } fragment C on Place { branch { places(first: 1) { items { branch { code } } } } }`,
    ),
  },
  {
    name: 'depth in a fragment called __schema',
    refused: 'QUERY_TOO_DEEP',
    request: query(`${PLACES} ...__schema } } } fragment __schema on Place { ${nested(4, 'id')} }`),
  },
  { name: '16 aliases', refused: 'TOO_MANY_ALIASES', request: query(`{ ${many(16, (n) => `a${n}: __typename`)} }`) },
  {
    name: '101 aliases',
    refused: 'TOO_MANY_ALIASES',
    request: query(`{ ${many(101, (n) => `a${n}: myself { id }`)} }`),
  },
  { name: '21 root fields', refused: 'TOO_MANY_ROOT_FIELDS', request: query(`{ ${many(21, () => '__typename')} }`) },
  {
    name: '500 times one field',
    refused: 'TOO_MANY_ROOT_FIELDS',
    request: query(`{ ${many(500, () => '__typename')} }`),
  },
  { name: '1 001 tokens', refused: 'QUERY_TOO_LONG', request: query(`{ myself { ${many(1_001, () => 'id')} } }`) },
  {
    name: '21 directives',
    refused: 'TOO_MANY_DIRECTIVES',
    request: query(`{ __typename ${many(21, () => '@include(if: true)')} }`),
  },
  {
    name: '90 unknown directives',
    refused: 'TOO_MANY_DIRECTIVES',
    request: query(`{ __typename ${many(90, () => '@aa')} }`),
  },
  {
    name: '2 to the power of 18 fields behind fragments',
    refused: 'TOO_MANY_SELECTIONS',
    request: query(`${PLACES} ...F0 } } } ${bomb(18, 'id')}`),
  },
  {
    name: 'fragments in a circle',
    refused: 'INVALID_QUERY',
    request: query(`${PLACES} ...A } } } fragment A on Place { ...B } fragment B on Place { ...A }`),
  },
  {
    name: 'introspection in a circle',
    refused: 'QUERY_TOO_DEEP',
    request: query(
      `{ __schema { types { ${many(1, () => '')} ${'fields { type { '.repeat(9)} name ${'} } '.repeat(9)} } } }`,
    ),
  },
  {
    name: 'a batch of ten',
    refused: 'BATCHING_OFF',
    request: json(Array.from({ length: 10 }, () => ({ query: '{ __typename }' }))),
  },
  { name: 'first: 101', refused: 'PAGE_SIZE', request: query('{ places(first: 101) { items { id } } }') },
  {
    name: 'first: a thousand million',
    refused: 'PAGE_SIZE',
    request: query('query ($n: Int!) { places(first: $n) { items { id } } }', { n: 1e9 }),
  },
  {
    name: 'too costly, in a few words',
    refused: 'QUERY_TOO_COSTLY',
    request: query(`{ ${many(10, (n) => `a${n}: places(first: 100) { items { id name branch { code city } } }`)} }`),
  },
  {
    name: 'a body of 110 KB',
    refused: 'BODY_TOO_LARGE',
    request: json({ query: '{ __typename }', variables: { a: 'x'.repeat(110_000) } }),
  },
  {
    name: 'a body of 5 MB',
    refused: 'BODY_TOO_LARGE',
    request: json({ query: '{ __typename }', variables: { a: 'x'.repeat(5_000_000) } }),
  },
  {
    name: 'a list in a list, 20 000 deep',
    refused: 'INVALID_QUERY',
    request: json(
      `{"query":"query ($a: String!) { communes(text: $a, first: 1) { name } }","variables":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`,
    ),
  },
  {
    name: '2 000 unknown variables',
    refused: 'INVALID_QUERY',
    request: query(
      'query ($n: Int!) { places(first: $n) { items { id } } }',
      Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`v${n}`, n])),
    ),
  },
  {
    name: '90 unknown fields',
    refused: 'INVALID_QUERY',
    request: query(`{ myself { ${many(90, (n) => `idd${n}`)} } }`),
  },
  { name: 'a mutation by GET', refused: 'WRONG_METHOD', request: { method: 'GET' } },
  {
    name: 'a form of a foreign page',
    refused: 'WRONG_CONTENT_TYPE',
    request: {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'query={__typename}',
    },
  },
  {
    name: 'a token of 12 KB',
    refused: 'UNAUTHENTICATED',
    request: json({ query: '{ __typename }' }, { authorization: `Bearer ${'a.'.repeat(6_000)}` }),
  },
];
