import { SetMetadata } from '@nestjs/common';
import { type DiscoveryService, type MetadataScanner } from '@nestjs/core';
import type { DomainEvent, EventDefinition, EventOf } from '#events';
import type { Tx } from '#persistence';
import { type Applier, isPassing, isSchemaMismatch, PoisonError, type Received } from './slice.js';

const ON_METADATA = 'passerelle:on';

/** A method of a `when-…` slice: changes its own service because a fact was learned elsewhere. */
export type Reaction<D extends EventDefinition> = (event: EventOf<D>, tx: Tx) => Promise<void>;

/**
 * Marks a reaction: `@On(BeneficiaryEnrolled) async learn(event: BeneficiaryEnrolled, tx: Tx)`. It runs once per event,
 * in the aggregate's order, in the transaction that moves the offset; so it must not call, send or write outside `tx`.
 */
export function On<D extends EventDefinition>(definition: D) {
  return (target: object, property: string, descriptor: TypedPropertyDescriptor<Reaction<D>>): void => {
    SetMetadata(ON_METADATA, definition)(target, property, descriptor);
  };
}

interface Registered {
  readonly name: string;
  readonly definition: EventDefinition;
  readonly react: (event: DomainEvent, tx: Tx) => Promise<void>;
}

/** Finds every `@On` method among the providers of the running application. */
export function findReactions(discovery: DiscoveryService, scanner: MetadataScanner): Registered[] {
  return discovery.getProviders().flatMap(({ instance }: { instance?: unknown }) => {
    if (typeof instance !== 'object' || instance === null) return [];
    const methods = instance as Record<string, (event: DomainEvent, tx: Tx) => Promise<void>>;
    return scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object).flatMap((method) => {
      const handler = methods[method];
      const definition: unknown = handler ? Reflect.getMetadata(ON_METADATA, handler) : undefined;
      if (!handler || !definition) return [];
      return [
        {
          name: `${instance.constructor.name}.${method}`,
          definition: definition as EventDefinition,
          react: (event: DomainEvent, tx: Tx) => handler.call(instance, event, tx),
        },
      ];
    });
  });
}

/** Runs reactions in order behind the version guard and the inbox. */
export class ReactionApplier implements Applier {
  readonly handles: ReadonlySet<string>;
  readonly parksKeys = true;

  constructor(private readonly reactions: readonly Registered[]) {
    this.handles = new Set(reactions.map((reaction) => reaction.definition.name));
  }

  /** Topics to read for these reactions. */
  get topics(): string[] {
    return [...new Set(this.reactions.map((reaction) => reaction.definition.topic))].sort();
  }

  async apply(tx: Tx, slice: readonly Received[]): Promise<void> {
    const inOrder = await this.guardOrder(tx, slice);
    const calls = inOrder.flatMap(({ event }) =>
      this.reactions
        .filter((reaction) => reaction.definition.name === event.type)
        .map((reaction) => ({ reaction, event })),
    );
    if (calls.length === 0) return;
    const fresh: { handler: string; event_id: string }[] = await tx.query(
      `INSERT INTO inbox (handler, event_id) SELECT * FROM unnest($1::text[], $2::uuid[]) ON CONFLICT DO NOTHING RETURNING handler, event_id`,
      [calls.map((call) => call.reaction.name), calls.map((call) => call.event.id)],
    );
    const unseen = new Set(fresh.map((row) => `${row.handler} ${row.event_id}`));
    for (const { reaction, event } of calls) {
      if (!unseen.has(`${reaction.name} ${event.id}`)) continue;
      try {
        await reaction.react(event, tx);
      } catch (error) {
        throw isPassing(error) || isSchemaMismatch(error) ? error : new PoisonError(event.id, 'HANDLER_FAILED', error);
      }
    }
  }

  /** Counts the event's place in its aggregate as seen. */
  async passOver(tx: Tx, event: DomainEvent): Promise<void> {
    await tx.query(
      `INSERT INTO aggregate_seen AS s (topic, aggregate_id, version, event_id) VALUES ($1, $2, $3, $4)
       ON CONFLICT (topic, aggregate_id) DO UPDATE SET version = EXCLUDED.version, event_id = EXCLUDED.event_id
         WHERE s.version < EXCLUDED.version`,
      [event.topic, event.aggregateId, event.aggregateVersion, event.id],
    );
  }

  /**
   * Keeps what is next in its aggregate's order; drops what was seen; a gap sets the event aside and parks its key. The last
   * version under another id is no repetition: a database was put back in time and wrote on. That is never dropped silently.
   */
  private async guardOrder(tx: Tx, slice: readonly Received[]): Promise<Received[]> {
    const keyOf = ({ event }: Received) => `${event.topic} ${event.aggregateId}`;
    const aggregates = new Map(slice.map((one) => [keyOf(one), one.event]));
    const named = [...aggregates].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, event]) => event);
    const rows: { topic: string; aggregate_id: string; version: number; event_id: string | null }[] = await tx.query(
      `SELECT topic, aggregate_id, version, event_id FROM aggregate_seen
       JOIN unnest($1::text[], $2::text[]) AS named(topic, aggregate_id) USING (topic, aggregate_id)`,
      [named.map((event) => event.topic), named.map((event) => event.aggregateId)],
    );
    const seen = new Map(
      rows.map((row) => [`${row.topic} ${row.aggregate_id}`, { version: row.version, id: row.event_id }]),
    );
    const moved = new Set<string>();
    const inOrder = slice.filter((one) => {
      const { id, aggregateVersion } = one.event;
      const last = seen.get(keyOf(one)) ?? { version: 0, id: null };
      if (aggregateVersion === last.version && last.id !== null && last.id !== id)
        throw new PoisonError(id, 'FORK', new Error(`version ${last.version} twice`));
      if (aggregateVersion <= last.version) return false;
      if (aggregateVersion > last.version + 1)
        throw new PoisonError(id, 'GAP', new Error(`version ${aggregateVersion} after ${last.version}`));
      seen.set(keyOf(one), { version: aggregateVersion, id });
      moved.add(keyOf(one));
      return true;
    });
    const raised = named.filter((event) => moved.has(`${event.topic} ${event.aggregateId}`));
    if (raised.length > 0) {
      const last = raised.map((event) => seen.get(`${event.topic} ${event.aggregateId}`));
      await tx.query(
        `INSERT INTO aggregate_seen (topic, aggregate_id, version, event_id)
         SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::uuid[])
         ON CONFLICT (topic, aggregate_id) DO UPDATE SET version = EXCLUDED.version, event_id = EXCLUDED.event_id`,
        [
          raised.map((event) => event.topic),
          raised.map((event) => event.aggregateId),
          last.map((one) => one?.version),
          last.map((one) => one?.id),
        ],
      );
    }
    return inOrder;
  }
}
