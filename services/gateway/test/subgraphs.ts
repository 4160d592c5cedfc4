import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLFormattedError, type GraphQLSchema, graphql, parse } from 'graphql';
import { BoundedNonces, SIGNATURE_HEADER, type SignatureVerdict, verifyRequest } from '#access';

export const SECRET = 'a-secret-that-only-this-test-file-knows';

type Resolvers = Record<string, Record<string, (parent: never, args: never) => unknown>>;

/** What a service of the test saw of one request. */
export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly verdict: SignatureVerdict;
}

/** A small federated service over HTTP that checks signatures as the real ones do. */
export class TestSubgraph {
  readonly seen: SeenRequest[] = [];
  /** What `/health/complete` answers. */
  health: { status: number; body: unknown } = { status: 200, body: {} };
  /** Holds every answer back until it resolves. */
  hold: Promise<void> | undefined;
  /** Said instead of a GraphQL answer. */
  nonsense: string | undefined;
  nonsenseType = 'text/html';
  /** The code of the 401 that every question gets. */
  turnsAway: string | undefined;
  /** What `/members/ended-sessions` answers. */
  readonly endedSessions: { subject: string; issuedBefore: string }[] = [];
  /** The pages of what `/personal-data` tells of a person, or the refusal it answers with. */
  personalData: unknown[] | { status: number; code: string } = [];
  private readonly asked = new EventEmitter();
  private server: Server | undefined;
  private port = 0;
  private readonly schema: GraphQLSchema;
  private readonly nonces = new BoundedNonces();

  constructor(
    readonly name: string,
    readonly sdl: string,
    resolvers: Resolvers,
  ) {
    this.schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  async up(): Promise<void> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        void this.answer(request.url ?? '', request.headers, Buffer.concat(chunks)).then(({ status, type, body }) => {
          response.writeHead(status, { 'content-type': type }).end(body);
        });
      });
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async down(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  /** Resolves once so many requests have come. */
  async hasSeen(count: number): Promise<void> {
    while (this.seen.length < count) await once(this.asked, 'request');
  }

  private async answer(
    path: string,
    headers: IncomingHttpHeaders,
    body: Buffer,
  ): Promise<{ status: number; type: string; body: string }> {
    const json = (status: number, value: unknown) => ({
      status,
      type: 'application/json',
      body: JSON.stringify(value),
    });
    if (path === '/health/complete') return json(this.health.status, this.health.body);
    if (path === '/members/ended-sessions') return json(200, { ended: this.endedSessions });
    const header = headers[SIGNATURE_HEADER];
    const verdict = verifyRequest({
      secret: SECRET,
      header: typeof header === 'string' ? header : undefined,
      body,
      now: Date.now(),
      seen: this.nonces,
    });
    this.seen.push({ path, headers, body: body.toString('utf8'), verdict });
    this.asked.emit('request');
    if (this.turnsAway !== undefined) {
      const extensions = { code: this.turnsAway, kind: 'unauthenticated', fr: 'fin', en: 'end' };
      return json(401, { errors: [{ message: this.turnsAway, extensions }] });
    }
    if (verdict !== 'valid') return json(401, { errors: [{ message: 'UNAUTHENTICATED' }] });
    await this.hold;
    if (path.startsWith('/operations/')) return json(200, { items: [], endCursor: null });
    if (path === '/calendars') return json(200, { calendar: 'BEGIN:VCALENDAR' });
    if (path === '/orient') return json(200, { done: 'ask' });
    if (path === '/offers') return json(200, { answered: 'accept' });
    if (path === '/members/invitations') return json(200, { mail: 'ada@exemple.fr' });
    if (path === '/personal-data') return this.heldFrom(body.toString('utf8'), json);
    if (path === '/files') return json(200, { id: 'file-1', bytes: body.length });
    if (this.nonsense !== undefined) return { status: 500, type: this.nonsenseType, body: this.nonsense };
    const { query, variables } = JSON.parse(body.toString('utf8')) as {
      query: string;
      variables?: Record<string, unknown>;
    };
    const result = await graphql({ schema: this.schema, source: query, variableValues: variables ?? null });
    const errors = result.errors?.map((error): GraphQLFormattedError => error.toJSON());
    return json(200, errors ? { ...result, errors } : result);
  }

  private heldFrom<A>(asked: string, json: (status: number, value: unknown) => A): A {
    if (!Array.isArray(this.personalData)) {
      const { status, code } = this.personalData;
      return json(status, { errors: [{ message: code, extensions: { code } }] });
    }
    const page = Number((JSON.parse(asked) as { after: string | null }).after ?? 0);
    const next = page + 1 < this.personalData.length ? String(page + 1) : null;
    return json(200, { tables: this.personalData[page] ?? [], next });
  }
}
