import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { apiSchemaOf, composeSupergraph } from './compose-supergraph.js';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const network = {
  name: 'network',
  url: 'http://network.test/graphql',
  sdl: `${LINK} type Query { branches: [Branch!]! } type Branch @key(fields: "code") { code: ID! name: String! city: String! }`,
};
const equipment = {
  name: 'equipment',
  url: 'http://equipment.test/graphql',
  sdl: `${LINK} type Query { devices: [Device!]! } type Device { tag: ID! } type Branch @key(fields: "code") { code: ID! stock: Int! }`,
};

describe('the supergraph', () => {
  const api = buildSchema(apiSchemaOf(composeSupergraph([network, equipment])));
  const typeOf = (type: string, field: string) => {
    const found = api.getType(type);
    return found && 'getFields' in found ? String(found.getFields()[field]?.type) : undefined;
  };

  it('lets a whole service be missing', () => {
    expect(typeOf('Query', 'branches')).toBe('[Branch!]');
    expect(typeOf('Query', 'devices')).toBe('[Device!]');
    expect(typeOf('Branch', 'stock')).toBe('Int');
  });

  it('keeps what a service promises of its own things', () => {
    expect(typeOf('Branch', 'code')).toBe('ID!');
    expect(typeOf('Branch', 'name')).toBe('String!');
    expect(typeOf('Device', 'tag')).toBe('ID!');
  });

  it('is the same whatever the order of the services', () => {
    expect(composeSupergraph([equipment, network])).toBe(composeSupergraph([network, equipment]));
  });

  it('shows callers nothing of which service answers what', () => {
    expect(apiSchemaOf(composeSupergraph([network, equipment]))).not.toMatch(/join__|link__|@/);
  });

  it('says which schemas do not fit together', () => {
    const other = { ...equipment, sdl: 'type Query { branches: [Int!]! }' };
    expect(() => composeSupergraph([network, other])).toThrow(/do not fit together/);
  });
});
