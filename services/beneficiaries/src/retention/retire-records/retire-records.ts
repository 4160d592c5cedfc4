import { Injectable } from '@nestjs/common';
import { BeneficiaryErased, happened } from '#events';
import { lockAggregate, Outbox } from '#messaging';
import { Clock, Database, type Tx } from '#persistence';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { keepRecord, momentIn } from '../../beneficiaries/beneficiary-record.js';
import { eraseRecord } from '../../erasures/erase-record.js';
import { archiveIsOver, type Batch, timeIsOver } from '../due.js';
import { RetentionSettings } from '../retention-settings.js';

type Due = (tx: Tx, batch: Batch) => Promise<string[]>;

const BATCH = 200;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
/** In the trail, instead of a member: nobody decides it. */
const CLOCK = { subject: 'retention', role: 'CLOCK', branches: ['*'], correlationId: 'retention' };

/** How many records were set aside, and how many erased. */
export interface Retired {
  readonly setAside: number;
  readonly erased: number;
}

/**
 * Sets aside whoever was not in contact for two years, and erases whom nothing kept through the archive after that. Each person in a
 * transaction of their own, looked at again under their lock: it may be stopped anywhere, run twice, or at once by two.
 */
@Injectable()
export class RetireRecords {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly settings: RetentionSettings,
  ) {}

  async execute(): Promise<Retired> {
    const now = this.clock.now();
    const { archiveDays } = this.settings;
    const erased = await this.eachOf(
      (tx, batch) => archiveIsOver(tx, now, archiveDays, batch),
      (tx, person) => this.erase(tx, person),
    );
    const setAside = await this.eachOf(
      (tx, batch) => timeIsOver(tx, now, batch),
      (tx, person) => this.setAside(tx, person),
    );
    return { setAside, erased };
  }

  private async eachOf(due: Due, act: (tx: Tx, person: Beneficiary) => Promise<void>): Promise<number> {
    let done = 0;
    for (let after = BEFORE_ALL; ; ) {
      const ids = await this.db.look((tx) => due(tx, { after, most: BATCH }));
      for (const id of ids) done += await this.db.work((tx) => actOnce(tx, id, due, act));
      const last = ids.at(-1);
      if (ids.length < BATCH || last === undefined) return done;
      after = last;
    }
  }

  private async setAside(tx: Tx, person: Beneficiary): Promise<void> {
    const events = person.restrict('RETENTION', await momentIn(tx, person.branch, this.clock));
    await keepRecord(tx, person);
    await this.trail.note(tx, CLOCK, [person], { action: 'WRITE', purpose: 'retire-records', fields: ['limits'] });
    await this.outbox.add(tx, events);
  }

  private async erase(tx: Tx, person: Beneficiary): Promise<void> {
    const { id: beneficiaryId, branch } = person;
    const { now, today } = await momentIn(tx, branch, this.clock);
    const ground = 'RETENTION_ENDED';
    await eraseRecord(tx, { beneficiaryId, branch, erasedAt: now, ground, erasedBy: null });
    await this.trail.note(tx, CLOCK, [person], { action: 'WRITE', purpose: 'retire-records', fields: ['record'] });
    const data = { beneficiaryId, occurredOn: today, ground } as const;
    await this.outbox.add(tx, [happened(BeneficiaryErased, { branch, at: now, data })]);
  }
}

/** Acts on a person who is still due once nobody else can change them; 1 when it did. */
async function actOnce(
  tx: Tx,
  id: string,
  due: Due,
  act: (tx: Tx, person: Beneficiary) => Promise<void>,
): Promise<number> {
  await lockAggregate(tx, 'beneficiaries.people', id);
  const [still] = await due(tx, { after: BEFORE_ALL, most: 1, only: id });
  if (still === undefined) return 0;
  await act(tx, await tx.findOneByOrFail(Beneficiary, { id }));
  return 1;
}
