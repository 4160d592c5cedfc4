import { Args, Field, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database } from '#persistence';
import { FileStore, sensitiveRefusal, type TableRow, Uuid } from '#runtime';
import { ImportColumn, ImportRepair } from '../import-run.entity.js';
import { mapColumns } from '../table/map-columns.js';
import { mappingOfLast } from '../table/mapping-of-last.js';
import { readImportFile } from '../table/read-import-file.js';

@InputType({ description: 'A file that was sent for import.' })
export class ImportFileInput {
  @Field(() => Uuid, { description: 'What `POST /files` answered.' })
  fileId: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where the file comes from, when that is known: its columns are then read as the last time.',
  })
  source?: string | null;
}

@ObjectType({ description: 'A column of a file, how it would be read, and what it holds.' })
export class ImportFileColumn extends ImportColumn {
  @Field(() => String, {
    description: 'What its first filled cell says that may be shown, up to 120 characters; empty = none.',
  })
  sample: string;

  @Field(() => Int, { description: 'In how many rows it says something.' })
  filled: number;
}

@ObjectType({ description: 'A file for import as it was recognised; nothing was read into the directory yet.' })
export class ImportFile {
  @Field(() => String, { description: 'CSV or JSON.' })
  format: string;

  @Field(() => String, { description: 'UTF-8, UTF-16 or Windows-1252, as recognised.' })
  encoding: string;

  @Field(() => String, { nullable: true, description: 'What separates columns; null for JSON.' })
  delimiter: string | null;

  @Field(() => [ImportRepair], { description: 'What was put right about the file itself.' })
  repairs: ImportRepair[];

  @Field(() => Int, { description: 'Rows below the header.' })
  rows: number;

  @Field(() => [ImportFileColumn], { description: 'Its columns, in its order.' })
  columns: ImportFileColumn[];
}

@Resolver()
export class ShowImportFileResolver {
  constructor(
    private readonly db: Database,
    private readonly files: FileStore,
  ) {}

  @Query(() => ImportFile, {
    name: 'importFile',
    description: 'What a file for import was recognised as. Refuses FILE_GONE, NOT_A_TABLE, TOO_MANY_ROWS.',
  })
  @Allow(Permission.ImportPlaces)
  show(@Args('input') input: ImportFileInput, @CurrentActor() actor: Actor): Promise<ImportFile> {
    return this.db.read(actor, async (tx) => {
      const table = await readImportFile(await this.files.read(tx, actor, input.fileId));
      const source = input.source?.trim();
      const columns = mapColumns(table.columns, source ? await mappingOfLast(tx, source) : []);
      return {
        format: table.format,
        encoding: table.encoding,
        delimiter: table.delimiter,
        repairs: [...table.repairs],
        rows: table.rows.length,
        columns: columns.map((column) => ({ ...column, ...contentOf(table.rows, column.column) })),
      };
    });
  }
}

function contentOf(rows: readonly TableRow[], column: string): { sample: string; filled: number } {
  const said = rows.flatMap((row) => ('cells' in row && row.cells[column]?.trim() ? [row.cells[column].trim()] : []));
  const first = said.find((text) => !sensitiveRefusal(text, column)) ?? '';
  return { sample: first.length > 120 ? `${first.slice(0, 119).toWellFormed()}…` : first, filled: said.length };
}
