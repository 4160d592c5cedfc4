import { buildSubgraphSchema } from '@apollo/subgraph';
import { buildSchema, type GraphQLSchema, graphql, graphqlSync, parse } from 'graphql';

/*
 * The shop of The Guild's public benchmark of federation gateways: four subgraphs and one deep query, whose answer is about
 * 88 KB. The schema and the numbers of things are theirs, so that figures can be read beside others'; the texts are ours.
 */

interface Product {
  readonly upc: string;
  readonly name: string;
  readonly price: number;
  readonly weight: number;
  readonly inStock: boolean;
  readonly shippingEstimate: number;
  readonly reviews: () => Review[];
}

interface Review {
  readonly id: string;
  readonly body: string;
  readonly product: Product;
  readonly author: () => User | undefined;
}

interface User {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly birthday: number;
  readonly reviews: () => Review[];
}

const GOODS: readonly (readonly [name: string, price: number, weight: number, inStock: boolean])[] = [
  ['Table', 899, 100, true],
  ['Couch', 1299, 1000, false],
  ['Glass', 15, 20, false],
  ['Chair', 499, 100, false],
  ['Radio', 1299, 1000, true],
  ['Lamp', 6999, 300, true],
  ['Grill', 3999, 2000, true],
  ['Fridge', 100000, 6000, false],
  ['Sofa', 9999, 800, true],
];
const products = GOODS.map(([name, price, weight, inStock], n): Product => {
  const upc = String(n + 1);
  const shippingEstimate = estimate({ price, weight });
  return {
    upc,
    name,
    price,
    weight,
    inStock,
    shippingEstimate,
    reviews: () => reviews.filter((one) => one.product.upc === upc),
  };
});

/** Which product each review is about, and how long it is. */
const REVIEWS = [
  [1, 446],
  [1, 297],
  [1, 279],
  [1, 144],
  [2, 446],
  [2, 297],
  [2, 279],
  [2, 144],
  [3, 144],
  [4, 144],
  [4, 873],
] as const;
const SENTENCE = 'It came when it was promised, it does what it says, and the screws were all there. ';
const reviews: Review[] = REVIEWS.flatMap(([upc, length], n) => {
  const product = products[upc - 1];
  const body = SENTENCE.repeat(Math.ceil(length / SENTENCE.length)).slice(0, length);
  return product ? [{ id: String(n + 1), body, product, author: () => users[0] }] : [];
});

const users = Array.from({ length: 6 }, (_, n): User => {
  const id = String(n + 1);
  return {
    id,
    name: `Caller number ${id}`,
    username: `caller-${id}`,
    birthday: 1234567890,
    reviews: () => reviews.slice(0, 2),
  };
});

function estimate({ price, weight }: { readonly price: number; readonly weight: number }): number {
  return price > 1000 ? 0 : weight / 2;
}

const rootValue = {
  me: () => users[0],
  user: ({ id }: { id: string }) => users.find((user) => user.id === id),
  users: () => users,
  topProducts: ({ first }: { first: number }) => products.slice(0, first),
};

const product = (reference: { upc: string }) => products.find(({ upc }) => upc === reference.upc);
const user = (reference: { id: string }) => users.find(({ id }) => id === reference.id);
const review = (reference: { id: string }) => reviews.find(({ id }) => id === reference.id);

/** A subgraph: what it declares and what answers for it. */
export interface ShopSubgraph {
  readonly name: string;
  readonly sdl: string;
  readonly schema: GraphQLSchema;
}

/** The four subgraphs, in the words of Federation 1, which every gateway of the comparison understands. */
export const SUBGRAPHS: readonly ShopSubgraph[] = [
  subgraph(
    'accounts',
    `extend type Query { me: User user(id: ID!): User users: [User] }
     type User @key(fields: "id") { id: ID! name: String username: String birthday: Int }`,
    { User: { __resolveReference: user } },
  ),
  subgraph(
    'inventory',
    `extend type Product @key(fields: "upc") {
       upc: String! @external weight: Int @external price: Int @external
       inStock: Boolean shippingEstimate: Int @requires(fields: "price weight")
     }`,
    {
      Product: {
        __resolveReference: (reference: { upc: string; price: number; weight: number }) => ({
          upc: reference.upc,
          inStock: product(reference)?.inStock,
          shippingEstimate: estimate(reference),
        }),
      },
    },
  ),
  subgraph(
    'products',
    `extend type Query { topProducts(first: Int = 5): [Product] }
     type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
    { Product: { __resolveReference: product } },
  ),
  subgraph(
    'reviews',
    `type Review @key(fields: "id") { id: ID! body: String product: Product author: User @provides(fields: "username") }
     extend type User @key(fields: "id") { id: ID! @external username: String @external reviews: [Review] }
     extend type Product @key(fields: "upc") { upc: String! @external reviews: [Review] }`,
    {
      Review: { __resolveReference: review },
      User: { __resolveReference: user },
      Product: { __resolveReference: product },
    },
  ),
];

function subgraph(name: string, sdl: string, resolvers: object): ShopSubgraph {
  return { name, sdl, schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]) };
}

/** The answer of one subgraph, computed once for each question and kept as bytes: no gateway is to wait for its services. */
export function answererOf({ schema }: ShopSubgraph): (body: string) => Promise<Buffer> {
  const kept = new Map<string, Buffer>();
  return async (body) => {
    const known = kept.get(body);
    if (known) return known;
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    const result = await graphql({ schema, source: query, rootValue, variableValues: variables ?? null });
    const answer = Buffer.from(JSON.stringify(result));
    kept.set(body, answer);
    return answer;
  };
}

const WHOLE = buildSchema(`
  type Query { me: User user(id: ID!): User users: [User] topProducts(first: Int = 5): [Product] }
  type User { id: ID! name: String username: String birthday: Int reviews: [Review] }
  type Review { id: ID! body: String product: Product author: User }
  type Product {
    upc: String! name: String price: Int weight: Int inStock: Boolean shippingEstimate: Int reviews: [Review]
  }
`);

/** What a right gateway answers to a query: the same things, asked of one schema. */
export function expectedAnswer(query: string): unknown {
  return JSON.parse(JSON.stringify(graphqlSync({ schema: WHOLE, source: query, rootValue })));
}

/** The benchmark's query: six levels over four subgraphs. */
export const DEEP_QUERY = `
  query Deep {
    users { ...OfUser reviews { ...OfReview product { ...OfProduct reviews { ...OfReview author { ...OfUser
      reviews { ...OfReview product { ...OfProduct } } } } } } }
    topProducts { ...OfProduct reviews { ...OfReview author { ...OfUser
      reviews { ...OfReview product { ...OfProduct } } } } }
  }
  fragment OfUser on User { id username name }
  fragment OfReview on Review { id body }
  fragment OfProduct on Product { inStock name price shippingEstimate upc weight }
`;

/** A question that one subgraph answers alone. */
export const SMALL_QUERY = 'query Small { users { id username name } }';
