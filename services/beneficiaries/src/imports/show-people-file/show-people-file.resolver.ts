import { Args, Field, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database } from '#persistence';
import { FileStore, type TableRow, Uuid } from '#runtime';
import { PeopleImportColumn } from '../people-import.entity.js';
import { personColumns } from '../person-field.js';
import { readPeopleFile } from '../read-people-file.js';

@InputType({ description: 'A file that was sent to `POST /files/people`.' })
export class PeopleFileInput {
  @Field(() => Uuid, { description: 'What `POST /files/people` answered.' })
  fileId: string;
}

@ObjectType({ description: 'A column of a list of people, and what it would be read as.' })
export class PeopleFileColumn extends PeopleImportColumn {
  @Field(() => Int, { description: 'In how many rows it says something.' })
  filled: number;
}

@ObjectType({ description: 'A list of people as it was recognised; nobody was enrolled yet.' })
export class PeopleFile {
  @Field(() => String, { description: 'CSV, XLSX or JSON.' })
  format: string;

  @Field(() => Int, { description: 'Rows below the header.' })
  rows: number;

  @Field(() => [PeopleFileColumn], { description: 'Its columns, in its order.' })
  columns: PeopleFileColumn[];
}

@Resolver()
export class ShowPeopleFileResolver {
  constructor(
    private readonly db: Database,
    private readonly files: FileStore,
  ) {}

  @Query(() => PeopleFile, {
    name: 'peopleFile',
    description: 'What a list of people was recognised as. Refuses FILE_GONE, NOT_A_TABLE, TOO_MANY_ROWS.',
  })
  @Allow(Permission.ImportPeople)
  async show(@Args('input') input: PeopleFileInput, @CurrentActor() actor: Actor): Promise<PeopleFile> {
    const table = await readPeopleFile(await this.db.read(actor, (tx) => this.files.read(tx, actor, input.fileId)));
    const columns = personColumns(table.columns, []);
    return {
      format: table.format,
      rows: table.rows.length,
      columns: columns.map((column) => ({ ...column, filled: filledIn(table.rows, column.column) })),
    };
  }
}

function filledIn(rows: readonly TableRow[], column: string): number {
  return rows.filter((row) => 'cells' in row && (row.cells[column] ?? '').trim() !== '').length;
}
