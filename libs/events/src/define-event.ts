import { z } from 'zod';

/** Version n's data as version n+1's; pure. */
export type Upcast = (data: Record<string, unknown>) => Record<string, unknown>;

/** A fact's contract: its name on the wire, its version, where it travels and what it says. */
export interface EventDefinition<S extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly version: number;
  readonly topic: string;
  /** The data field that holds the aggregate's id: the Kafka key and `ce_subject`. */
  readonly key: string;
  readonly data: S;
  /** `upcasts[1]` turns version 1 into version 2; one for every version below `version`. */
  readonly upcasts: Readonly<Record<number, Upcast>>;
}

/** A fact as a consumer receives it: envelope and parsed data. */
export interface DomainEvent<D = unknown> {
  /** UUIDv7, unique for ever: the dedupe key. */
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly source: string;
  readonly topic: string;
  /** Id of the aggregate, also the Kafka key. */
  readonly aggregateId: string;
  /** 1, 2, 3… within the aggregate, without a gap. */
  readonly aggregateVersion: number;
  /** Null = the network itself. */
  readonly branch: string | null;
  /** When it happened. */
  readonly occurredAt: Date;
  /** When the owner wrote it down; never the arrival's time. */
  readonly recordedAt: Date;
  readonly data: D;
}

/** The event a definition describes. */
export type EventOf<Definition extends EventDefinition> = DomainEvent<z.output<Definition['data']>>;

/** A fact an aggregate causes, before the outbox gives it an id and a version. */
export interface Fact {
  readonly definition: EventDefinition;
  readonly branch: string | null;
  readonly occurredAt: Date;
  readonly data: Record<string, unknown>;
}

/** Defines an event once; types, JSON Schema, AsyncAPI and the reader's index all come from the returned value. */
export function defineEvent<S extends z.ZodObject>(definition: {
  name: string;
  version: number;
  topic: string;
  key: keyof z.output<S> & string;
  data: S;
  upcasts?: Readonly<Record<number, Upcast>>;
}): EventDefinition<S> {
  return { ...definition, upcasts: definition.upcasts ?? {} };
}

/** States that a fact happened. Throws (a bug, not a refusal) when the data breaks the contract, so that nothing unreadable is written. */
export function happened<S extends z.ZodObject>(
  definition: EventDefinition<S>,
  fact: { branch: string | null; at: Date; data: z.input<S> },
): Fact {
  return {
    definition: definition as unknown as EventDefinition,
    branch: fact.branch,
    occurredAt: fact.at,
    data: definition.data.parse(fact.data) as Record<string, unknown>,
  };
}

/** True for a value made by `defineEvent`. */
export function isEventDefinition(value: unknown): value is EventDefinition {
  return typeof value === 'object' && value !== null && 'topic' in value && 'upcasts' in value && 'data' in value;
}
