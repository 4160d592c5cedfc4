import { createGatewayRuntime, type GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import {
  buildASTSchema,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  visit,
} from 'graphql';
import type { Call } from '../upstream/call.js';
import { FieldOwners } from './field-owners.js';
import type { ServiceFetch } from './service-fetch.js';

/** What a plan's execution carries along. */
export interface PlanContext extends Record<string, unknown> {
  readonly call: Call;
}

/** The composed graph, ready to be asked: plans in Rust, fetches through `ServiceFetch`. */
export class Supergraph {
  private constructor(
    /** What callers may ask. */
    readonly schema: GraphQLSchema,
    /** Which services can fill which field. */
    readonly owners: FieldOwners,
    private readonly runtime: GatewayRuntime<PlanContext>,
  ) {}

  /** Loads a composed supergraph; the addresses written in it give way to the configured ones. */
  static async load(
    sdl: string,
    addresses: Readonly<Record<string, string>>,
    services: ServiceFetch,
  ): Promise<Supergraph> {
    const supergraph = withAddresses(parse(sdl), addresses);
    const runtime = createGatewayRuntime<PlanContext>({
      supergraph: print(supergraph),
      unifiedGraphHandler,
      transports: {
        http: {
          getSubgraphExecutor:
            ({ subgraphName: service, transportEntry: { location } }) =>
            ({ document, variables, operationType, context }) => {
              const call = isPlanContext(context) ? context.call : undefined;
              if (location === undefined || call === undefined) throw new Error('A fetch that belongs to no call.');
              const repeatable = operationType !== 'mutation';
              // The runtime lets a reader name the shape of an answer; a service's answer has the shape it has.
              return services.fetch({
                service,
                url: location,
                document,
                variables,
                call,
                repeatable,
              }) as Promise<never>;
            },
        },
      },
      // Reading, limiting, checking and answering is this service's own work; the runtime plans and fetches.
      logging: false,
      maskedErrors: false,
      subgraphErrors: false,
      requestId: false,
      landingPage: false,
      graphiql: false,
    });
    await runtime.getSchema();
    const schema = buildASTSchema(transformSupergraphToPublicSchema(supergraph));
    return new Supergraph(schema, new FieldOwners(supergraph), runtime);
  }

  /** Plans and executes a checked query. The same document object is planned once. */
  async execute(
    document: DocumentNode,
    operationName: string | undefined,
    variables: Readonly<Record<string, unknown>>,
    call: Call,
  ): Promise<ExecutionResult> {
    const { execute, schema, contextFactory } = this.runtime.getEnveloped({ call, headers: {} } as never);
    const contextValue: unknown = await contextFactory();
    const result: unknown = await execute({ schema, document, variableValues: variables, operationName, contextValue });
    if (typeof result !== 'object' || result === null || Symbol.asyncIterator in result)
      throw new Error('The plan gave no single answer.');
    return result;
  }

  async close(): Promise<void> {
    await this.runtime[Symbol.asyncDispose]();
  }
}

function isPlanContext(context: unknown): context is PlanContext {
  return typeof context === 'object' && context !== null && 'call' in context;
}

function withAddresses(supergraph: DocumentNode, addresses: Readonly<Record<string, string>>): DocumentNode {
  return visit(supergraph, {
    Directive(directive) {
      if (directive.name.value !== 'join__graph') return undefined;
      const service = directive.arguments?.find((one) => one.name.value === 'name')?.value;
      const address = service?.kind === Kind.STRING ? addresses[service.value] : undefined;
      if (address === undefined) throw new Error('The supergraph names a service that has no address.');
      return {
        ...directive,
        arguments: directive.arguments?.map((one) =>
          one.name.value === 'url' ? { ...one, value: { kind: Kind.STRING as const, value: address } } : one,
        ),
      };
    },
  });
}
