import { type Actor, Permission, reaches } from '#access';
import { NOT_FOUND } from '#errors';
import { type Database, decodeCursor, encodeCursor, type Tx } from '#persistence';
import { type ColumnUse, type HeldRows, type Register, usesOf } from './register.js';

const ROWS = 500;

/** A column of what is held of a person, and why it is. */
export interface HeldColumn extends Omit<ColumnUse, 'whose'> {
  readonly name: string;
}

/** Rows of one table that tell of one person. */
export interface HeldTable {
  readonly table: string;
  readonly columns: readonly HeldColumn[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** A part of what a service holds of a person; ask for the next with `after: next`. */
export interface HeldPage {
  readonly tables: readonly HeldTable[];
  readonly next: string | null;
}

/** Is told before anything held of a person is handed out, where a trail of that is kept. */
export abstract class ExportWitness {
  abstract note(tx: Tx, beneficiaryId: string, actor: Actor): Promise<void>;
}

interface Source {
  readonly table: string;
  readonly held: HeldRows;
  readonly columns: readonly HeldColumn[];
}

/** Reads everything a service holds of a person, as its register tells: what is registered is exported, by no list of its own. */
export class HeldData {
  private readonly sources: readonly Source[];

  constructor(
    private readonly db: Database,
    private readonly register: Register,
    private readonly witness: ExportWitness | undefined,
  ) {
    this.sources = Object.entries(register.tables).flatMap(([table, registered]) => {
      const columns = usesOf(registered).flatMap(({ name, use: { whose, ...use } }) =>
        whose === 'PERSON' ? [{ name, ...use }] : [],
      );
      return registered.held ? [{ table, held: registered.held, columns }] : [];
    });
  }

  /**
   * One part of it, table by table. Acts in other branches are theirs too, so the rows are read for the whole network once the person
   * was found to be of the actor's branches. Refuses `FORBIDDEN`, `NOT_FOUND`, `INVALID_CURSOR`.
   */
  async page(beneficiaryId: string, after: string | null, actor: Actor): Promise<HeldPage> {
    const [at = '0', ...key] = decodeCursor(after, 'number', 'text') ?? [];
    await this.db.require({ ...actor, under: Permission.ExportBeneficiaries });
    if (!(await this.isKnown(beneficiaryId, actor))) return { tables: [], next: null };
    const { witness } = this;
    if (witness && after === null) await this.db.read(actor, (tx) => witness.note(tx, beneficiaryId, actor));
    const tables: HeldTable[] = [];
    let wanted = ROWS;
    let from = key[0] ?? '';
    for (const [index, source] of this.sources.entries()) {
      if (index < Number(at)) continue;
      const found = await this.rowsOf(source, beneficiaryId, actor, { after: from, most: wanted + 1 });
      const rows = found.slice(0, wanted).map(({ held_key: _, ...row }) => row);
      if (rows.length > 0) tables.push({ table: source.table, columns: source.columns, rows });
      if (found.length > wanted) return { tables, next: encodeCursor([index, found[wanted - 1]?.held_key ?? '']) };
      wanted -= rows.length;
      from = '';
    }
    return { tables, next: null };
  }

  private async isKnown(beneficiaryId: string, actor: Actor): Promise<boolean> {
    const { branchesOf } = this.register;
    if (branchesOf === undefined) return false;
    const known: { branch: string }[] = await this.db.look((tx) => tx.query(branchesOf, [beneficiaryId]));
    if (known.length > 0 && !known.some(({ branch }) => reaches(actor, branch)))
      throw NOT_FOUND({ what: 'Personne', whatEn: 'Person' }, 'beneficiaryId');
    return known.length > 0;
  }

  private rowsOf(
    { table, held, columns }: Source,
    beneficiaryId: string,
    actor: Actor,
    { after, most }: { after: string; most: number },
  ): Promise<{ held_key: string }[]> {
    // The names are the register's, never a caller's.
    const key = `concat_ws('/', ${held.key.map((name) => `t."${name}"::text`).join(', ')}) COLLATE "C"`;
    const shown = columns.map(({ name }) => `t."${name}"`).join(', ');
    const statement = `SELECT ${key} AS held_key, ${shown} FROM ${held.from ?? table} AS t
      WHERE (${held.where}) AND ${key} > $2 ORDER BY 1 LIMIT $3`;
    const read = (tx: Tx): Promise<{ held_key: string }[]> => tx.query(statement, [beneficiaryId, after, most]);
    return held.asActor ? this.db.read(actor, read) : this.db.look(read);
  }
}
