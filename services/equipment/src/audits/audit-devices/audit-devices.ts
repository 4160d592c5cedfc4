import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { Refusal } from '#errors';
import type { Fact } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, type Tx } from '#persistence';
import { momentIn } from '../../known/known.js';
import { AUDIT_TOO_LONG } from '../audit.refusals.js';
import { COLUMNS, type RawRow, readAuditFile } from '../audit-row.js';
import { type AuditOutcome, type AuditRowResult, AuditRun } from '../audit-run.entity.js';
import { type Bench, benchFor, takeRow } from '../take-row.js';

/** A file of a bench, or a piece of one. */
export interface AuditFile {
  branch?: string | null | undefined;
  content: string;
  dryRun: boolean;
  firstRow?: number | null | undefined;
}

const MOST_ROWS = 500;

@Injectable()
export class AuditDevices {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: AuditFile, actor: Actor): Promise<AuditRun> {
    const raw = readAuditFile(input.content);
    if (raw.length === 0 || raw.length > MOST_ROWS) throw AUDIT_TOO_LONG({ max: MOST_ROWS }, 'input.content');
    return this.db.command(actor, AuditRun, async (tx) => {
      const branch = branchOf(actor, input.branch);
      const moment = await momentIn(tx, branch, this.clock.now());
      await tx.query('SAVEPOINT whole_file');
      const bench = await benchFor(tx, raw, { branch, actor, moment, ids: this.ids });
      const rows: AuditRowResult[] = [];
      const events: Fact[] = [];
      for (const [index, row] of raw.entries())
        rows.push({ row: (input.firstRow ?? 1) + index, ...(await takeOrRefuse(tx, bench, row, events)) });
      // A dry run does all that the real one does, and then has not done it.
      if (input.dryRun) await tx.query('ROLLBACK TO SAVEPOINT whole_file');
      const count = (outcome: AuditOutcome) => rows.filter((row) => row.outcome === outcome).length;
      const run = Object.assign(new AuditRun(), {
        id: this.ids.next(),
        branch,
        at: moment.now,
        dryRun: input.dryRun,
        created: count('CREATED'),
        updated: count('UPDATED'),
        unchanged: count('UNCHANGED'),
        refused: count('REFUSED'),
        rows,
        author: actor.subject,
      });
      await tx.insert(AuditRun, run);
      if (!input.dryRun) await this.outbox.add(tx, events, actor);
      return run;
    });
  }
}

/** A row that is refused leaves nothing behind, and the next one is taken all the same. */
async function takeOrRefuse(tx: Tx, bench: Bench, raw: RawRow, events: Fact[]): Promise<Omit<AuditRowResult, 'row'>> {
  await tx.query('SAVEPOINT one_row');
  const why = { column: null, code: null, fr: null, en: null };
  try {
    const { device, outcome, events: caused } = await takeRow(tx, bench, raw);
    await tx.query('RELEASE SAVEPOINT one_row');
    events.push(...caused);
    return { outcome, tag: device.tag, grade: device.grade, ...why };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT one_row');
    const { code, fr, en, field } = error;
    return { outcome: 'REFUSED', tag: null, grade: null, column: columnOf(field), code, fr, en };
  }
}

/** `input.specs.ramGb` is written `ram_gb` in the file. */
function columnOf(field: string | undefined): string | null {
  if (field === undefined) return null;
  if (field in COLUMNS) return field;
  const told = Object.entries(COLUMNS).find(([, path]) => `input.${path}` === field);
  return told?.[0] ?? null;
}
