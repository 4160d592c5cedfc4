import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '#access';
import { NOT_FOUND, requireText } from '#errors';
import { type Fact, PlaceRegistered } from '#events';
import { lockAggregate, Outbox } from '#messaging';
import { Clock, Database, Ids, insertMany, refusing, type Tx } from '#persistence';
import { FileStore, type Table } from '#runtime';
import { ImportOutcome, ImportRow, ImportRun } from '../import-run.entity.js';
import { Place } from '../place.entity.js';
import { IMPORTED_MEANWHILE } from '../place.refusals.js';
import { keeperOf, keeps } from '../place-for.js';
import { type ColumnMapping, mapColumns } from '../table/map-columns.js';
import { mappingOfLast } from '../table/mapping-of-last.js';
import { readImportFile } from '../table/read-import-file.js';
import { type JudgedRow, judgeRows, keyOf, type ReadRow, readRows } from './judge-rows.js';

/** What importing places takes. */
export interface PlacesToImport {
  fileId: string;
  dryRun: boolean;
  source: string;
  branch?: string | null | undefined;
  mapping?: readonly ColumnMapping[] | null | undefined;
}

@Injectable()
export class ImportPlaces {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: FileStore,
  ) {}

  execute(input: PlacesToImport, actor: Actor): Promise<ImportRun> {
    return this.db.command(actor, ImportRun, async (tx) => {
      const source = requireText(input.source, 'input.source', { max: 120 });
      const branch = keeperOf(actor, input.branch);
      const table = await readImportFile(await this.files.read(tx, actor, input.fileId));
      const columns = mapColumns(table.columns, input.mapping ?? (await mappingOfLast(tx, source)));
      const read = readRows(table.rows, columns, source);
      const mayChange = (of: string | null) => keeps(actor, of);
      const judge = async () => judgeRows(read, await knownPlaces(tx, read), mayChange);
      const judged = input.dryRun ? await judge() : await this.judgeLocked(tx, judge);
      const run = this.runOf(judged, {
        branch,
        source,
        dryRun: input.dryRun,
        fileId: input.fileId,
        columns,
        table,
        author: actor.subject,
      });
      await refusing(
        { import_run_branch: () => NOT_FOUND({ what: 'Antenne', whatEn: 'Branch' }, 'input.branch') },
        () => tx.insert(ImportRun, run),
      );
      const placeIds = input.dryRun ? new Map<number, string>() : await this.apply(tx, judged, branch, actor);
      const rows = judged.map(
        (row): ImportRow => ({
          runId: run.id,
          branch,
          row: row.row,
          name: row.name,
          outcome: row.outcome,
          placeId: row.existing?.id ?? placeIds.get(row.row) ?? null,
          notes: [...row.notes],
        }),
      );
      await insertMany(tx, ImportRow, rows);
      return run;
    });
  }

  /** Judges, locks what would change, and judges again: nobody moves it from here on. */
  private async judgeLocked(tx: Tx, judge: () => Promise<JudgedRow[]>): Promise<JudgedRow[]> {
    const first = await judge();
    const changing = first.flatMap((row) => (isTaken(row) && row.existing ? [row.existing.id] : []));
    if (changing.length === 0) return first;
    for (const id of changing.sort()) await lockAggregate(tx, PlaceRegistered.topic, id);
    return judge();
  }

  private async apply(
    tx: Tx,
    judged: readonly JudgedRow[],
    branch: string | null,
    actor: Actor,
  ): Promise<Map<number, string>> {
    const now = this.clock.now();
    const facts: Fact[] = [];
    const added: Place[] = [];
    const placeIds = new Map<number, string>();
    for (const row of judged) {
      if (!isTaken(row) || row.record === null) continue;
      if (row.existing) {
        facts.push(...row.existing.revise(row.record, now));
        await tx.update(Place, { id: row.existing.id }, row.existing);
        continue;
      }
      const { place, events } = Place.register(this.ids.next(), branch, row.record, now);
      added.push(place);
      facts.push(...events);
      placeIds.set(row.row, place.id);
    }
    await refusing({ place_source_id: () => IMPORTED_MEANWHILE({}) }, () => insertMany(tx, Place, added));
    await this.outbox.add(tx, facts, actor);
    return placeIds;
  }

  private runOf(
    judged: readonly JudgedRow[],
    {
      table,
      ...about
    }: Pick<ImportRun, 'branch' | 'source' | 'dryRun' | 'fileId' | 'columns' | 'author'> & {
      table: Table;
    },
  ): ImportRun {
    const count = (outcome: ImportOutcome) => judged.filter((row) => row.outcome === outcome).length;
    return Object.assign(new ImportRun(), about, {
      id: this.ids.next(),
      format: table.format,
      encoding: table.encoding,
      delimiter: table.delimiter,
      repairs: [...table.repairs],
      accepted: count('ACCEPTED'),
      corrected: count('CORRECTED'),
      refused: count('REFUSED'),
      unchanged: count('UNCHANGED'),
      createdAt: this.clock.now(),
    });
  }
}

const isTaken = (row: JudgedRow): boolean => row.outcome === 'ACCEPTED' || row.outcome === 'CORRECTED';

async function knownPlaces(tx: Tx, rows: readonly ReadRow[]): Promise<Map<string, Place>> {
  const bySource = new Map<string, string[]>();
  for (const { record } of rows)
    if (record) bySource.set(record.source, [...(bySource.get(record.source) ?? []), record.externalId]);
  const known = new Map<string, Place>();
  for (const [source, externalIds] of bySource)
    for (const place of await tx.findBy(Place, { source, externalId: In(externalIds) })) known.set(keyOf(place), place);
  return known;
}
