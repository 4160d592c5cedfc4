import { randomUUID } from 'node:crypto';
import type { Fact } from '#events';
import { headersOf, type Received, readRecord } from '#messaging';

/** Facts as their records lie on the topics, each an event of its own, ready to be applied; all recorded at once unless told. */
export const received = (
  facts: readonly Fact[],
  recordedAt = (_fact: number) => new Date('2026-06-01T08:00:00Z'),
): Received[] =>
  facts.map((fact, n) => {
    const aggregateId = String(fact.data[fact.definition.key]);
    const row = {
      seq: String(n),
      event_id: randomUUID(),
      aggregate_type: fact.definition.topic,
      aggregate_id: aggregateId,
      aggregate_version: 1,
      type: fact.definition.name,
      schema_version: fact.definition.version,
      branch: fact.branch,
      occurred_at: fact.occurredAt,
      recorded_at: recordedAt(n),
      payload: fact.data,
      trace: null,
    };
    const record = {
      topic: fact.definition.topic,
      partition: 0,
      offset: n,
      key: aggregateId,
      headers: headersOf(row, 'test'),
      value: JSON.stringify(fact.data),
    };
    const parsed = readRecord(record);
    if (parsed.outcome !== 'parsed') throw new Error(parsed.why);
    return { record, event: parsed.event };
  });
