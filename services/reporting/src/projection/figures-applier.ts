import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '#events';
import { type Applier, PoisonError, type Received } from '#messaging';
import type { Tx } from '#persistence';
import { ActivityProjection } from '../activity/activity.projection.js';
import { EquipmentProjection } from '../equipment/equipment.projection.js';
import { PeopleProjection } from '../people/people.projection.js';
import { SessionsProjection } from '../sessions/sessions.projection.js';
import { cellsOf, writeCells } from './cells.js';
import { Kind, type StoredDelta } from './delta.js';
import { numbersFor } from './dictionaries.js';
import { type FoundProjection, projectionsOf } from './project.js';

/** Every projection; each event type in exactly one of them. */
const PROJECTIONS = [PeopleProjection, ActivityProjection, SessionsProjection, EquipmentProjection];

/** Folds a slice of events into deltas and cells, each event once and whole, in the consumer's transaction. */
@Injectable()
export class FiguresApplier implements Applier {
  private readonly projections: ReadonlyMap<string, FoundProjection> = projectionsOf(PROJECTIONS);
  readonly handles: ReadonlySet<string> = new Set(this.projections.keys());
  /** Deltas add up in any order, so one broken event holds nothing else up. */
  readonly parksKeys = false;

  /** Topics to read. */
  get topics(): string[] {
    return [...new Set([...this.projections.values()].map(({ definition }) => definition.topic))].sort();
  }

  async apply(tx: Tx, slice: readonly Received[]): Promise<void> {
    const events = new Map(slice.map(({ event }) => [event.id, event]));
    const deltas = [...events.values()].flatMap((event) => this.project(event));
    const numbers = await numbersFor(tx, deltas);
    const fresh = await insertNew(tx, deltas, numbers);
    const counted = deltas.filter((delta) => fresh.has(delta.eventId));
    await writeCells(tx, cellsOf(counted, numbers));
    await raiseWatermarks(tx, counted);
  }

  private project(event: DomainEvent): StoredDelta[] {
    try {
      const found = this.projections.get(event.type);
      const deltas = found ? found.project(event as never) : [];
      // An event that counts nothing leaves a marker: without it nobody could prove that it was seen.
      const counted =
        deltas.length > 0
          ? deltas
          : [{ kind: Kind.MARKER, occurredOn: event.occurredAt.toISOString().slice(0, 10), units: 0 }];
      return counted.map((delta, n) => ({
        ...delta,
        eventId: event.id,
        n,
        branch: event.branch ?? '--',
        recordedAt: event.recordedAt,
      }));
    } catch (error) {
      throw new PoisonError(event.id, 'HANDLER_FAILED', error);
    }
  }
}

/** Inserts the deltas of events not seen before; an event counts whole or not at all. Gives the ids that are new. */
async function insertNew(
  tx: Tx,
  deltas: readonly StoredDelta[],
  numbers: Awaited<ReturnType<typeof numbersFor>>,
): Promise<Set<string>> {
  const column = <T>(value: (delta: StoredDelta) => T): T[] => deltas.map(value);
  const rows: { event_id: string }[] = await tx.query(
    `INSERT INTO reporting_v1.delta (event_id, n, recorded_at, themes, cents, occurred_on, person_no, place_no, commune_no, units, minutes,
                                     kind, branch, solution, gender, age_band, status, a1, a2, lag_days)
     SELECT i.*, ((i.recorded_at AT TIME ZONE 'UTC')::date - i.occurred_on)::int2
     FROM unnest($1::uuid[], $2::int2[], $3::timestamptz[], $4::bigint[], $5::bigint[], $6::date[], $7::int[], $8::int[], $9::int[], $10::int[],
                 $11::int[], $12::int2[], $13::text[], $14::int2[], $15::int2[], $16::int2[], $17::int2[], $18::int2[], $19::int2[])
          AS i(event_id, n, recorded_at, themes, cents, occurred_on, person_no, place_no, commune_no, units, minutes, kind, branch, solution,
               gender, age_band, status, a1, a2)
     WHERE NOT EXISTS (SELECT 1 FROM reporting_v1.delta d WHERE d.event_id = i.event_id)
     RETURNING event_id`,
    [
      column((d) => d.eventId),
      column((d) => d.n),
      column((d) => d.recordedAt),
      column((d) => String(d.themes ?? 0n)),
      column((d) => d.cents ?? 0),
      column((d) => d.occurredOn),
      column((d) => numbers.person(d.personId)),
      column((d) => numbers.place(d.placeId)),
      column((d) => numbers.commune(d.communeCode)),
      column((d) => d.units),
      column((d) => d.minutes ?? 0),
      column((d) => d.kind),
      column((d) => d.branch),
      column((d) => d.solution ?? null),
      column((d) => d.gender ?? null),
      column((d) => d.ageBand ?? null),
      column((d) => d.status ?? null),
      column((d) => d.a1 ?? null),
      column((d) => d.a2 ?? null),
    ],
  );
  return new Set(rows.map((row) => row.event_id));
}

/** Tells watchers that these branches, and the network, have moved. */
async function raiseWatermarks(tx: Tx, deltas: readonly StoredDelta[]): Promise<void> {
  const branches = [...new Set(deltas.filter((delta) => delta.kind !== Kind.MARKER).map((delta) => delta.branch))];
  if (branches.length === 0) return;
  await tx.query(
    `INSERT INTO reporting_v1.watermark AS w (branch, version, changed_at) SELECT b, 1, now() FROM unnest($1::text[]) AS b
     ON CONFLICT (branch) DO UPDATE SET version = w.version + 1, changed_at = now()`,
    [[...new Set([...branches, '--'])].sort()],
  );
}
