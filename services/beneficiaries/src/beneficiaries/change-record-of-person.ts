import { Injectable, type Type } from '@nestjs/common';
import type { Actor } from '#access';
import { NOT_FOUND, requireVersion } from '#errors';
import type { Fact } from '#events';
import { lockAggregate, Outbox } from '#messaging';
import { Clock, Database, type Tx } from '#persistence';
import { AuditTrail } from '../audit/audit-trail.js';
import type { Beneficiary } from './beneficiary.entity.js';
import { momentIn, recordToChange } from './beneficiary-record.js';
import type { Moment } from './enrolment-input.js';

/** What belongs to a person, of one branch, and is changed version by version. */
interface RecordOfPerson {
  readonly id: string;
  readonly branch: string;
  readonly beneficiaryId: string;
  readonly version: number;
}

/** One kind of them. */
export interface KindOfRecord<R extends RecordOfPerson> {
  readonly Record: Type<R>;
  readonly what: string;
  readonly whatEn: string;
  /** Topic of its events, where it has any. */
  readonly topic?: string;
  /** Its name in the audit trail. */
  readonly field: string;
}

/** A record to change, with what that takes. */
export interface ToChange<R> {
  readonly record: R;
  readonly person: Beneficiary;
  readonly moment: Moment;
  readonly tx: Tx;
}

/** Loads what belongs to a person under that person's lock, lets it be changed, keeps it and announces what came of it. */
@Injectable()
export class ChangeRecordOfPerson {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /** `purpose` is the slice's name. Refuses what `recordToChange` refuses, `NOT_FOUND`, `CHANGED_MEANWHILE`. */
  execute<R extends RecordOfPerson>(
    kind: KindOfRecord<R>,
    { id, expectedVersion }: { id: string; expectedVersion?: number | null | undefined },
    actor: Actor,
    purpose: string,
    change: (to: ToChange<R>) => Promise<Fact[]> | Fact[],
  ): Promise<R> {
    const known = async (tx: Tx): Promise<R> => {
      const found = await tx.findOneBy(kind.Record, { id } as never);
      if (!found) throw NOT_FOUND({ what: kind.what, whatEn: kind.whatEn }, 'input.id');
      return found;
    };
    return this.db.command(actor, kind.Record, async (tx) => {
      const { beneficiaryId } = await known(tx);
      // The person first, as whoever makes such a record does.
      const { beneficiary: person } = await recordToChange(tx, beneficiaryId);
      if (kind.topic !== undefined) await lockAggregate(tx, kind.topic, id);
      const record = await known(tx);
      requireVersion(record.version, expectedVersion);
      const moment = await momentIn(tx, record.branch, this.clock);
      const events = await change({ record, person, moment, tx });
      await tx.update(kind.Record, { id } as never, record as never);
      await this.trail.note(tx, actor, [person], { action: 'WRITE', purpose, fields: [kind.field] });
      await this.outbox.add(tx, events, actor);
      return record;
    });
  }
}
