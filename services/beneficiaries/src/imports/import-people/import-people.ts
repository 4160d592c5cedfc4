import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { requireText } from '#errors';
import { Clock, Database, Ids, insertMany } from '#persistence';
import { FileStore } from '#runtime';
import { AuditTrail } from '../../audit/audit-trail.js';
import { PRIVACY_NOTICE_REQUIRED } from '../../beneficiaries/beneficiary.refusals.js';
import { momentIn } from '../../beneficiaries/beneficiary-record.js';
import { waitUntilNamedAreKnown } from '../../known/known.js';
import { FIELD_READ_TWICE, LIST_WITHOUT_NAMES } from '../import.refusals.js';
import { PeopleImport, PeopleImportRow } from '../people-import.entity.js';
import { type PersonColumn, type PersonField, personColumns } from '../person-field.js';
import { readPeopleFile } from '../read-people-file.js';

/** What bringing a list of people in takes. */
export interface PeopleToImport {
  fileId: string;
  dryRun: boolean;
  source: string;
  branch?: string | null | undefined;
  privacyNoticeReadOn?: string | null | undefined;
  mapping?: readonly { column: string; field?: PersonField | null | undefined }[] | null | undefined;
}

/** Takes a list in, row by row as it was written; its rows are carried out one batch after the other, beside everything else. */
@Injectable()
export class ImportPeople {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: FileStore,
    private readonly trail: AuditTrail,
  ) {}

  async execute(input: PeopleToImport, actor: Actor): Promise<PeopleImport> {
    const branch = branchOf(actor, input.branch);
    const source = requireText(input.source, 'input.source', { max: 120 });
    await waitUntilNamedAreKnown(this.db, { branch });
    return this.db.command(actor, PeopleImport, async (tx) => {
      const table = await readPeopleFile(await this.files.read(tx, actor, input.fileId));
      const told = (input.mapping ?? []).map(({ column, field }) => ({ column, field: field ?? null }));
      const columns = columnsOf(table.columns, told);
      const { now, today } = await momentIn(tx, branch, this.clock);
      const privacyNoticeReadOn = input.privacyNoticeReadOn ?? null;
      const saidByRow = columns.some(({ field }) => field === 'PRIVACY_NOTICE_READ_ON');
      if (privacyNoticeReadOn === null ? !saidByRow : privacyNoticeReadOn > today)
        throw PRIVACY_NOTICE_REQUIRED({}, 'input.privacyNoticeReadOn');
      const asked: PeopleImport = Object.assign(new PeopleImport(), {
        ...{ id: this.ids.next(), branch, source, dryRun: input.dryRun, fileId: input.fileId, format: table.format },
        ...{ columns, privacyNoticeReadOn, rowCount: table.rows.length, enrolled: 0, known: 0, refused: 0 },
        state: table.rows.length === 0 ? 'DONE' : 'WAITING',
        author: actor.subject,
        authorRole: actor.role,
        createdAt: now,
        doneAt: table.rows.length === 0 ? now : null,
      });
      await tx.insert(PeopleImport, asked);
      const rows = table.rows.map((cells, index) => ({
        ...{ importId: asked.id, branch, row: index + 1, cells, notes: [] },
        ...{ key: null, outcome: null, beneficiaryId: null },
      }));
      await insertMany(tx, PeopleImportRow, rows);
      const fields = columns.flatMap(({ field }) => field ?? []);
      await this.trail.noteLook(tx, actor, { action: 'WRITE', purpose: 'import-people', fields }, { branch });
      return asked;
    });
  }
}

/** Refuses `LIST_WITHOUT_NAMES`, `FIELD_READ_TWICE`. */
function columnsOf(columns: readonly string[], told: readonly PersonColumn[]): PersonColumn[] {
  const read = personColumns(columns, told);
  const fields = read.flatMap(({ field }) => field ?? []);
  if (new Set(fields).size < fields.length) throw FIELD_READ_TWICE({}, 'input.mapping');
  if (!fields.includes('GIVEN_NAME') && !fields.includes('FAMILY_NAME')) throw LIST_WITHOUT_NAMES({}, 'input.mapping');
  return read;
}
