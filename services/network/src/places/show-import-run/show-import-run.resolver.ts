import { Args, Context, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { pageTypeOf, type RequestContext, Uuid } from '#runtime';
import { Branch } from '../../branches/branch.entity.js';
import { loadBranch } from '../../branches/load-branch.js';
import { ExportedFile } from '../exported-file.js';
import { ImportOutcome, ImportRow, ImportRun } from '../import-run.entity.js';
import { reportCsv } from '../report-csv.js';

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

  @ResolveField(() => ExportedFile, {
    name: 'report',
    description: 'Its rows as a CSV that spreadsheets open: a line per thing said of a row.',
  })
  @Allow(Permission.ImportPlaces)
  async report(
    @Parent() run: ImportRun,
    @Args('outcome', { type: () => ImportOutcome, nullable: true, description: 'Only rows that ended so.' })
    outcome: ImportOutcome | null,
    @Args('english', {
      type: () => Boolean,
      defaultValue: false,
      description: 'Header and reasons in English; in French otherwise.',
    })
    english: boolean,
    @CurrentActor() actor: Actor,
  ): Promise<ExportedFile> {
    const rows = await this.db.read(actor, (tx) =>
      tx.find(ImportRow, { where: { runId: run.id, ...(outcome ? { outcome } : {}) }, order: { row: 'ASC' } }),
    );
    return {
      name: `import-${run.createdAt.toISOString().slice(0, 10)}-${run.id.slice(-6)}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      content: reportCsv(rows, english ? 'en' : 'fr'),
      rows: rows.length,
    };
  }

  @ResolveField(() => Branch, {
    name: 'branch',
    nullable: true,
    description: 'The branch that keeps its places; none = the network.',
  })
  @Allow(ANYONE_SIGNED_IN)
  branch(
    @Parent() run: ImportRun,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<Branch | null> {
    return loadBranch(this.db, actor, context, run.branch);
  }
}
