import { randomUUID } from 'node:crypto';
import { parseEvent } from '#events';
import type { Received } from '#messaging';
import { actRecorded } from '../../services/reporting/test/given.js';

/** Acts as they come from Kafka, over so many branches, each of them new. */
export function acts(count: number, branches: number, facts: (n: number) => object = () => ({})): Received[] {
  return Array.from({ length: count }, (_, n) => {
    const branch = `${String.fromCharCode(65 + (n % branches) / 26)}${String.fromCharCode(65 + (n % 26))}`;
    const fact = actRecorded(facts(n), branch);
    const id = randomUUID();
    const envelope = {
      id,
      type: fact.definition.name,
      version: 1,
      source: 'workshops',
      topic: fact.definition.topic,
      aggregateId: String(fact.data['supportActId']),
      aggregateVersion: 1,
      branch,
      occurredAt: fact.occurredAt,
      recordedAt: fact.occurredAt,
    };
    const parsed = parseEvent(envelope, fact.data);
    if (parsed.outcome !== 'parsed') throw new Error(parsed.outcome);
    const record = {
      topic: envelope.topic,
      partition: 0,
      offset: n,
      key: envelope.aggregateId,
      headers: {},
      value: '',
    };
    return { record, event: parsed.event };
  });
}
