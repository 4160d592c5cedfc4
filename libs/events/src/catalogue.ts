import * as beneficiaries from './beneficiaries.js';
import { type DomainEvent, type EventDefinition, isEventDefinition } from './define-event.js';
import * as equipment from './equipment.js';
import * as network from './network.js';
import * as reporting from './reporting.js';
import * as workshops from './workshops.js';

/** Every event the network knows, by name on the wire. */
export const CATALOGUE: ReadonlyMap<string, EventDefinition> = new Map(
  [network, beneficiaries, workshops, equipment, reporting]
    .flatMap((producer) => Object.values(producer).filter(isEventDefinition))
    .map((definition) => [definition.name, definition]),
);

/** Every topic with the service that owns it, in name order. */
export function topicsOf(definitions: Iterable<EventDefinition> = CATALOGUE.values()): string[] {
  return [...new Set([...definitions].map((definition) => definition.topic))].sort();
}

/** What parsing an event may come to: read, not one of ours, of a version to come, or broken. */
export type ParsedEvent =
  | { readonly outcome: 'parsed'; readonly event: DomainEvent<Record<string, unknown>> }
  | { readonly outcome: 'unknown-type' | 'unknown-version' | 'invalid'; readonly why: string };

/** Reads an event of any version ever released as today's version; `known` is the catalogue unless told otherwise. Never throws. */
export function parseEvent(
  envelope: Omit<DomainEvent, 'data'>,
  data: unknown,
  known: ReadonlyMap<string, EventDefinition> = CATALOGUE,
): ParsedEvent {
  const definition = known.get(envelope.type);
  if (!definition) return { outcome: 'unknown-type', why: envelope.type };
  if (!Number.isInteger(envelope.version) || envelope.version < 1 || envelope.version > definition.version)
    return { outcome: 'unknown-version', why: `${envelope.type} v${envelope.version}` };
  if (typeof data !== 'object' || data === null) return { outcome: 'invalid', why: 'no object' };
  let current = data as Record<string, unknown>;
  for (let version = envelope.version; version < definition.version; version++) {
    const upcast = definition.upcasts[version];
    if (!upcast) return { outcome: 'unknown-version', why: `${envelope.type} has no way from v${version}` };
    current = upcast(current);
  }
  const parsed = definition.data.safeParse(current);
  if (!parsed.success) {
    // Paths only: a value might be what the contract forbids.
    return { outcome: 'invalid', why: parsed.error.issues.map((issue) => issue.path.join('.')).join(', ') };
  }
  return { outcome: 'parsed', event: { ...envelope, version: definition.version, data: parsed.data } };
}
