import type { RegisteredTable } from './register.js';
import { Use } from './uses.js';

/** Tables that every service has: made by the migrations of the libs. */
export const SHARED_TABLES: Readonly<Record<string, RegisteredTable>> = {
  migration: { columns: [[Use.nothing, 'id timestamp name']] },
  aggregate_head: { columns: [[Use.ledger, 'aggregate_type aggregate_id version recorded_at']] },
  aggregate_seen: { columns: [[Use.ledger, 'topic aggregate_id version event_id']] },
  outbox_event: {
    columns: [
      [
        Use.ledger,
        'seq event_id aggregate_type aggregate_id aggregate_version type schema_version branch occurred_at recorded_at payload trace',
      ],
    ],
  },
  outbox_pending: { columns: [[Use.nothing, 'seq']] },
  inbox: { columns: [[Use.nothing, 'handler event_id']] },
  consumer_offset: { columns: [[Use.nothing, 'topic partition next_offset last_event reader epoch']] },
  relay_position: { columns: [[Use.nothing, 'topic partition kafka_offset event_id seq']] },
  relay_epoch: { columns: [[Use.nothing, 'topic epoch']] },
  ledger_digest: { columns: [[Use.nothing, 'day through_seq announced_at']] },
  dead_letter: {
    columns: [
      [
        Use.ledger,
        'topic partition kafka_offset key event_id type reason detail payload headers set_aside_at reader discarded_at discard_reason',
      ],
      [Use.author, 'discarded_by'],
    ],
  },
  parked_key: { columns: [[Use.ledger, 'topic key since']] },
  idempotency_key: { columns: [[Use.repeated, 'subject mutation key argument_hash result_id created_at']] },
};

/** The tables of a service with those of the libs. */
export function allTables(
  tables: Readonly<Record<string, RegisteredTable>>,
): Readonly<Record<string, RegisteredTable>> {
  return { ...SHARED_TABLES, ...tables };
}
