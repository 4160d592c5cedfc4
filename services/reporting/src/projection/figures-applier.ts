import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '#events';
import { type Applier, PoisonError, type Received } from '#messaging';
import type { Tx } from '#persistence';
import { ActivityProjection } from '../activity/activity.projection.js';
import { AssessmentsProjection } from '../assessments/assessments.projection.js';
import { DonationsProjection } from '../equipment/donations.projection.js';
import { EquipmentProjection } from '../equipment/equipment.projection.js';
import { keepSeats, SEAT_EVENTS, SEAT_TOPIC } from '../open-data/branch-seats.js';
import { PeopleProjection } from '../people/people.projection.js';
import { ERASURE, WhenBeneficiaryErased } from '../people/when-beneficiary-erased/when-beneficiary-erased.js';
import { PrescriptionsProjection } from '../prescriptions/prescriptions.projection.js';
import { keepStatements, STATEMENT_TOPICS, STATEMENTS } from '../proofs/stated-days.js';
import { SessionsProjection } from '../sessions/sessions.projection.js';
import { SupportProjection } from '../support/support.projection.js';
import { Kind, type StoredDelta } from './delta.js';
import { liveStore } from './figures-store.js';
import { type FoundProjection, projectionsOf } from './project.js';

/** Every projection; each event type in exactly one of them. */
const PROJECTIONS = [
  PeopleProjection,
  PrescriptionsProjection,
  AssessmentsProjection,
  SupportProjection,
  ActivityProjection,
  SessionsProjection,
  EquipmentProjection,
  DonationsProjection,
];

/** Folds a slice of events into deltas and cells, each event once and whole, in the consumer's transaction. */
@Injectable()
export class FiguresApplier implements Applier {
  private readonly projections: ReadonlyMap<string, FoundProjection> = projectionsOf(PROJECTIONS);
  readonly handles: ReadonlySet<string> = new Set([
    ...this.projections.keys(),
    ...STATEMENTS,
    ...SEAT_EVENTS,
    ERASURE.name,
  ]);
  /** Types of which every event leaves a delta, or a marker. */
  readonly counted: readonly string[] = [...this.projections.keys()];
  /** Deltas add up in any order, so one broken event holds nothing else up. */
  readonly parksKeys = false;

  constructor(private readonly whenErased: WhenBeneficiaryErased) {}

  /** Topics to read. */
  get topics(): string[] {
    const projected = [...this.projections.values()].map(({ definition }) => definition.topic);
    return [...new Set([...projected, ...STATEMENT_TOPICS, SEAT_TOPIC, ERASURE.topic])].sort();
  }

  async apply(tx: Tx, slice: readonly Received[]): Promise<void> {
    await (await liveStore(tx)).count(tx, this.deltasOf(slice));
    await keepStatements(tx, slice);
    await keepSeats(tx, slice);
    await this.whenErased.answer(tx, slice);
  }

  /** What these events contribute, each event once. */
  deltasOf(slice: readonly Received[]): StoredDelta[] {
    const counted = slice.filter(({ event }) => this.projections.has(event.type));
    const events = new Map(counted.map(({ event }) => [event.id, event]));
    return [...events.values()].flatMap((event) => this.project(event));
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
        branch: delta.branch ?? event.branch ?? '--',
        recordedAt: event.recordedAt,
        subject: event.aggregateId,
        eventType: event.type,
      }));
    } catch (error) {
      throw new PoisonError(event.id, 'HANDLER_FAILED', error);
    }
  }
}
