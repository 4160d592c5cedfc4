import { Args, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { pageTypeOf } from '#runtime';
import { ImportRun } from '../import-run.entity.js';

@ObjectType({ description: 'A page of imports.' })
export class ImportRunPage extends pageTypeOf(ImportRun, 'ImportRunPageRows') {}

@Resolver()
export class ListImportRunsResolver {
  constructor(private readonly db: Database) {}

  @Query(() => ImportRunPage, {
    name: 'importRuns',
    description: 'Imports and dry runs of one’s branches, the latest first.',
  })
  @Allow(Permission.ImportPlaces)
  list(
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<ImportRun>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(ImportRun, 'r')
        .orderBy('r.createdAt', 'DESC')
        .addOrderBy('r.id', 'DESC')
        .limit(size + 1);
      if (cursor) query.andWhere('(r.createdAt, r.id) < (:at, :id)', { at: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, (run) => [run.createdAt.toISOString(), run.id]);
    });
  }
}
