import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Refusal } from '#errors';
import type { Fact } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, type Tx } from '#persistence';
import { AuditTrail, fieldsWritten } from '../../audit/audit-trail.js';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { momentIn, situationRows } from '../../beneficiaries/beneficiary-record.js';
import type { Moment } from '../../beneficiaries/enrolment-input.js';
import { Situation } from '../../beneficiaries/situation.entity.js';
import { alreadyThere } from '../already-there.js';
import { ALREADY_ENROLLED, SAME_AS_ROW } from '../import.refusals.js';
import { PeopleImport, type PeopleImportOutcome, PeopleImportRow } from '../people-import.entity.js';
import type { PersonField } from '../person-field.js';
import { type ImportNote, noteOf, type PersonRead, readPerson } from '../read-person.js';

/** How a row ended, and whom it enrolled. */
interface Ended {
  readonly row: number;
  readonly key: string;
  readonly outcome: PeopleImportOutcome;
  readonly beneficiaryId: string | null;
  readonly notes: readonly ImportNote[];
}
type Enrolled = ReturnType<typeof Beneficiary.enrol>;

/** Short enough that whoever works beside it never waits for it. */
const AT_ONCE = 200;

/**
 * Carries lists out, one batch of rows in one transaction after the other: stopped anywhere, it goes on with the next row, and no row
 * enrols anybody twice. Lists of one branch take turns, so that the same list sent twice finds its people there.
 */
@Injectable()
export class CarryOutImports {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly trail: AuditTrail,
  ) {}

  /** Carries out whatever waits; how many rows went through. */
  async execute(): Promise<number> {
    let through = 0;
    for (let rows = await this.step(); rows !== undefined; rows = await this.step()) through += rows;
    return through;
  }

  /** One batch of the oldest list; undefined when none waits. */
  step(): Promise<number | undefined> {
    return this.db.work(async (tx) => {
      const list = await nextOf(tx);
      if (!list) return undefined;
      const found = await tx.find(PeopleImportRow, {
        where: { importId: list.id, outcome: IsNull() },
        order: { row: 'ASC' },
        take: AT_ONCE,
      });
      const moment = await momentIn(tx, list.branch, this.clock);
      const { ended, enrolled } = await this.judge(tx, list, found, moment);
      if (!list.dryRun) await this.enrol(tx, list, enrolled, ended);
      await keepRows(tx, list, ended);
      await keepProgress(tx, list, ended, moment.now);
      return found.length;
    });
  }

  private async judge(tx: Tx, list: PeopleImport, found: readonly PeopleImportRow[], moment: Moment) {
    const rows = found.map(({ row, cells }) => {
      if (!cells) throw new Error('A row that waits has its cells');
      return { row, person: readPerson(cells, list.columns, list) };
    });
    const there = await alreadyThere(
      tx,
      list,
      rows.map(({ person }) => person),
    );
    const rowOf = new Map(there.rows);
    const enrolled: Enrolled[] = [];
    const ended = rows.map(({ row, person }): Ended => {
      const { key } = person;
      const before = there.people.get(key);
      const twin = rowOf.get(key);
      const end = (
        outcome: PeopleImportOutcome,
        notes: readonly ImportNote[],
        beneficiaryId: string | null = null,
      ) => ({
        ...{ row, key, outcome, notes, beneficiaryId },
      });
      if (person.notes.length > 0) return end('REFUSED', person.notes);
      if (twin !== undefined) return end('KNOWN', [noteOf(SAME_AS_ROW({ row: twin }), null)], before);
      if (before !== undefined) return end('KNOWN', [noteOf(ALREADY_ENROLLED({}), null)], before);
      const made = this.madeOf(list, person, moment);
      if (made instanceof Refusal) return end('REFUSED', [made, ...made.beside].map(noteOfForm));
      rowOf.set(key, row);
      enrolled.push(made);
      return end('ENROLLED', [], list.dryRun ? null : made.beneficiary.id);
    });
    return { ended, enrolled };
  }

  private madeOf({ branch, author }: PeopleImport, { input }: PersonRead, moment: Moment): Enrolled | Refusal {
    try {
      return Beneficiary.enrol({ id: this.ids.next(), branch, by: author }, input, moment);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  private async enrol(tx: Tx, list: PeopleImport, enrolled: readonly Enrolled[], ended: readonly Ended[]) {
    if (enrolled.length === 0) return;
    const people = enrolled.map(({ beneficiary }) => beneficiary);
    await tx.insert(Beneficiary, people);
    await tx.insert(
      Situation,
      enrolled.flatMap(({ beneficiary, situations }) => situationRows(beneficiary, situations)),
    );
    const brought = ended.filter(({ outcome }) => outcome === 'ENROLLED');
    await tx.query(
      `INSERT INTO imported_person (branch, source, key, beneficiary_id) SELECT $1, $2, * FROM unnest($3::text[], $4::uuid[])
       ON CONFLICT (branch, key) DO UPDATE SET beneficiary_id = EXCLUDED.beneficiary_id, source = EXCLUDED.source`,
      [list.branch, list.source, brought.map(({ key }) => key), brought.map(({ beneficiaryId }) => beneficiaryId)],
    );
    const fields = fieldsWritten(
      Object.fromEntries(list.columns.flatMap(({ field }) => (field ? [[field, true]] : []))),
    );
    const access = { action: 'WRITE', purpose: 'import-people', fields } as const;
    const author = { subject: list.author, role: list.authorRole, branches: [list.branch], correlationId: list.id };
    await this.trail.note(tx, author, people, access);
    const facts: Fact[] = enrolled.flatMap(({ events }) => events);
    await this.outbox.add(tx, facts);
  }
}

/** The oldest list of a branch where no other is under way; locked until its batch is through. */
async function nextOf(tx: Tx): Promise<PeopleImport | null> {
  const [next]: { id: string }[] = await tx.query(
    `SELECT id FROM people_import i WHERE state <> 'DONE' AND NOT EXISTS (
       SELECT FROM people_import e WHERE e.branch = i.branch AND e.state <> 'DONE' AND (e.created_at, e.id) < (i.created_at, i.id))
     ORDER BY created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
  );
  return next ? tx.findOneByOrFail(PeopleImport, { id: next.id }) : null;
}

async function keepRows(tx: Tx, { id }: PeopleImport, ended: readonly Ended[]): Promise<void> {
  await tx.query(
    `UPDATE people_import_row r SET outcome = e.outcome, key = e.key, notes = e.notes, beneficiary_id = e."beneficiaryId", cells = NULL
     FROM jsonb_to_recordset($2::jsonb) AS e("row" int, key text, outcome text, notes jsonb, "beneficiaryId" uuid)
     WHERE r.import_id = $1 AND r."row" = e."row"`,
    [id, JSON.stringify(ended)],
  );
}

async function keepProgress(tx: Tx, list: PeopleImport, ended: readonly Ended[], now: Date): Promise<void> {
  const count = (outcome: PeopleImportOutcome) => ended.filter((row) => row.outcome === outcome).length;
  const done = list.enrolled + list.known + list.refused + ended.length === list.rowCount;
  const { id } = list;
  await tx.query(
    `UPDATE people_import SET enrolled = enrolled + $2, known = known + $3, refused = refused + $4,
       state = $5, done_at = $6 WHERE id = $1`,
    [id, count('ENROLLED'), count('KNOWN'), count('REFUSED'), done ? 'DONE' : 'RUNNING', done ? now : null],
  );
  if (done) await tx.query('UPDATE people_import_row SET key = NULL WHERE import_id = $1', [id]);
}

/** Where the form's fields stand in a list. */
const OF_FORM: Readonly<Record<string, PersonField>> = {
  'input.givenName': 'GIVEN_NAME',
  'input.familyName': 'FAMILY_NAME',
  'input.birthYear': 'BIRTH_YEAR',
  'input.phone': 'PHONE',
  'input.email': 'EMAIL',
  'input.contactPreference': 'CONTACT_PREFERENCE',
  'input.spokenLanguage': 'LANGUAGE',
  'input.communeCode': 'COMMUNE',
  'input.privacyNoticeReadOn': 'PRIVACY_NOTICE_READ_ON',
  'input.occurredOn': 'ENROLLED_ON',
};

function noteOfForm(refusal: Refusal): ImportNote {
  return noteOf(refusal, OF_FORM[refusal.field ?? ''] ?? null);
}
