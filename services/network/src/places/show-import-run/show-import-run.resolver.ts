import { Args, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { pageTypeOf, Uuid } from '#runtime';
import { ImportOutcome, ImportRow, ImportRun } from '../import-run.entity.js';

@ObjectType({ description: 'A page of an import’s rows.' })
export class ImportRowPage extends pageTypeOf(ImportRow, 'ImportRowPageRows') {}

@Resolver(() => ImportRun)
export class ShowImportRunResolver {
  constructor(private readonly db: Database) {}

  @Query(() => ImportRun, { name: 'importRun', description: 'One import and its report. Refuses NOT_FOUND.' })
  @Allow(Permission.ImportPlaces)
  async show(
    @Args('id', { type: () => Uuid, description: 'The import.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<ImportRun> {
    const run = await this.db.read(actor, (tx) => tx.findOneBy(ImportRun, { id }));
    if (!run) throw NOT_FOUND({ what: 'Import', whatEn: 'Import' }, 'id');
    return run;
  }

  @ResolveField(() => ImportRowPage, { name: 'rows', description: 'Its rows in the order of the file.' })
  @Allow(Permission.ImportPlaces)
  rows(
    @Parent() run: ImportRun,
    @Args('outcome', { type: () => ImportOutcome, nullable: true, description: 'Only rows that ended so.' })
    outcome: ImportOutcome | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<ImportRow>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'number');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(ImportRow, 'r')
        .where('r.runId = :run', { run: run.id })
        .orderBy('r.row')
        .limit(size + 1);
      if (outcome) query.andWhere('r.outcome = :outcome', { outcome });
      if (cursor) query.andWhere('r.row > :row', { row: cursor[0] });
      return pageOf(await query.getMany(), size, (row) => [row.row]);
    });
  }
}
