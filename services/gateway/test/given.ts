import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import type { EndedSessions } from '#access';
import { RandomIds, SystemClock } from '#persistence';
import { createTestIdentity, type Persona, personas } from '#testing';
import { composeSupergraph } from '../src/compose-supergraph.js';
import type { GatewayConfig } from '../src/config.js';
import { createGateway } from '../src/create-gateway.js';
import { SECRET, TestSubgraph } from './subgraphs.js';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

/** What a GraphQL answer over HTTP looks like to a test. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** A gateway over three small services, all of them real HTTP servers. */
export interface TestGateway {
  readonly ended: EndedSessions;
  readonly app: NestFastifyApplication;
  readonly address: string;
  readonly network: TestSubgraph;
  readonly equipment: TestSubgraph;
  readonly reporting: TestSubgraph;
  /** Each line of the gateway's log. */
  readonly log: string[];
  /** What reporting says of each branch. */
  readonly marks: Map<string | null, string>;
  /** Mutations in the order in which services ran them. */
  readonly done: string[];
  token(who?: Persona): Promise<string>;
  ask(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body: BodyInit, headers?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

const BRANCHES = [
  { code: 'BX', name: 'Bordeaux' },
  { code: 'LI', name: 'Lille' },
];

const PUBLISHED = {
  quarter: '2026-T1',
  startsOn: '2026-01-01',
  endsOn: '2026-03-31',
  frozenAt: '2026-04-20T09:00:00.000Z',
};

function subgraphs(marks: Map<string | null, string>, done: string[]) {
  const ran = (name: string) => {
    done.push(name);
    return name;
  };
  const network = new TestSubgraph(
    'network',
    `${LINK}
    type Query { branches(first: Int = 10, kind: Kind): [Branch!]! bug: String refused: String }
    type Mutation { openBranch(input: OpenBranchInput!): String }
    input OpenBranchInput { code: String!, kind: Kind!, seats: Int }
    enum Kind { CITY TOWN }
    type Branch @key(fields: "code") { code: ID! name: String! twin: Branch }`,
    {
      Query: {
        branches: () => BRANCHES,
        bug: () => {
          throw new Error('password of the database is hunter2');
        },
        refused: () => {
          throw new GraphQLError('ROOM_TAKEN', {
            extensions: {
              code: 'ROOM_TAKEN',
              kind: 'conflict',
              field: 'input.roomId',
              fr: 'La salle est prise.',
              en: 'The room is taken.',
            },
          });
        },
      },
      Mutation: { openBranch: (_parent, { input }: { input: { code: string } }) => ran(`open ${input.code}`) },
      Branch: {
        __resolveReference: ({ code }: { code: string }) => BRANCHES.find((branch) => branch.code === code),
        twin: () => BRANCHES[0],
      },
    },
  );
  const equipment = new TestSubgraph(
    'equipment',
    `${LINK}
    type Query { devices: [Device!]! }
    type Mutation { receiveDevice(tag: String!): String }
    type Device { tag: ID! branch: Branch! }
    type Branch @key(fields: "code") { code: ID! stock: Int! }`,
    {
      Query: { devices: () => [{ tag: 'BXPC26-0322', branch: { code: 'BX' } }] },
      Mutation: { receiveDevice: (_parent, { tag }: { tag: string }) => ran(`receive ${tag}`) },
      Branch: { __resolveReference: (branch: object) => branch, stock: () => 3 },
    },
  );
  const reporting = new TestSubgraph(
    'reporting',
    `type Query { watermarks(since: Float): [Watermark!]! publishedQuarters: [Quarter!]! publishedFigures(quarter: String!): [Published!]! }
     type Watermark { branch: String asOf: String! version: Float! }
     type Quarter { quarter: String! startsOn: String! endsOn: String! frozenAt: String! }
     type Published { indicator: String! territory: String! dimension: String! member: String! value: Int }`,
    {
      Query: {
        watermarks: () => [...marks].map(([branch, asOf]) => ({ branch, asOf, version: Date.parse(asOf) })),
        publishedQuarters: () => [PUBLISHED],
        publishedFigures: () => [
          { indicator: 'SUPPORT_ACTS', territory: 'FR', dimension: 'TOTAL', member: 'TOTAL', value: 105 },
          { indicator: 'SUPPORT_ACTS', territory: 'BX', dimension: 'GENDER', member: 'MALE', value: null },
        ],
      },
    },
  );
  return { network, equipment, reporting };
}

export async function givenGateway(
  change: Partial<GatewayConfig> = {},
  beside: readonly TestSubgraph[] = [],
): Promise<TestGateway> {
  const marks = new Map<string | null, string>();
  const done: string[] = [];
  const services = subgraphs(marks, done);
  const all = Object.values(services);
  await Promise.all(all.map((service) => service.up()));
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'));
  const supergraphFile = join(folder, 'supergraph.graphql');
  await writeFile(
    supergraphFile,
    composeSupergraph(all.map(({ name, sdl }) => ({ name, sdl, url: 'http://nowhere.test/' }))),
  );
  const identity = await createTestIdentity();
  const log: string[] = [];
  const app: NestFastifyApplication = await createGateway({
    config: {
      host: '127.0.0.1',
      port: 0,
      issuer: 'http://identity.test',
      jwksUri: undefined,
      subgraphSecret: SECRET,
      metricsToken: undefined,
      services: Object.fromEntries([...all, ...beside].map(({ name, url }) => [name, url])),
      supergraphFile,
      dashboardFolder: join(folder, 'dashboard'),
      demoYearMark: undefined,
      budget: { query: 5_000, minute: 100_000 },
      documentsFile: undefined,
      personas: [],
      inbox: undefined,
      ...change,
    },
    clock: new SystemClock(),
    ids: new RandomIds(),
    tokens: identity.verifier,
    ended: identity.ended,
    log: pino({ level: 'debug' }, lines(log)),
  });
  await app.listen(0, '127.0.0.1');
  const address = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const token = (who: Persona = personas.coordinator) => identity.tokenFor(who);
  const post = async (path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await fetch(`${address}${path}`, { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
    const parsed = (await response.json()) as Omit<Answer, 'status' | 'headers'>;
    return { status: response.status, headers: response.headers, ...parsed };
  };
  return {
    app,
    address,
    ...services,
    log,
    marks,
    done,
    token,
    ended: identity.ended,
    post,
    async ask(query, variables, headers = {}) {
      return post('/graphql', JSON.stringify({ query, variables }), {
        'content-type': 'application/json',
        authorization: `Bearer ${await token()}`,
        ...headers,
      });
    },
    async close() {
      await app.close();
      await Promise.all(all.map((service) => service.down()));
      await rm(folder, { recursive: true });
    },
  };
}

function lines(into: string[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      into.push(chunk.toString('utf8'));
      done();
    },
  });
}
