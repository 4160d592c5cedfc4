import { Args, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { pageTypeOf } from '#runtime';
import { Session } from '../../sessions/session.entity.js';
import { WorkshopSeries } from '../workshop-series.entity.js';

@ObjectType({ description: 'A page of series.' })
export class WorkshopSeriesPage extends pageTypeOf(WorkshopSeries, 'WorkshopSeriesPageRows') {}

@Resolver()
export class ListSeriesResolver {
  constructor(private readonly db: Database) {}

  @Query(() => WorkshopSeriesPage, {
    name: 'branchSeries',
    description: 'Series of a branch, the latest planned first.',
  })
  @Allow(Permission.ReadSessions)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    named: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<WorkshopSeries>> {
    const branch = branchOf(actor, named);
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(WorkshopSeries, 's')
        .where('s.branch = :branch', { branch })
        .orderBy('s.createdAt', 'DESC')
        .addOrderBy('s.id', 'DESC')
        .limit(size + 1);
      if (cursor) query.andWhere('(s.createdAt, s.id) < (:at, :id)', { at: cursor[0], id: cursor[1] });
      const page = pageOf(await query.getMany(), size, (series) => [series.createdAt.toISOString(), series.id]);
      const sessions = await tx.find(Session, {
        where: { seriesId: In(page.items.map(({ id }) => id)) },
        order: { startsAt: 'ASC', id: 'ASC' },
      });
      const bySeries = Map.groupBy(sessions, ({ seriesId }) => seriesId);
      for (const series of page.items) series.sessions = bySeries.get(series.id) ?? [];
      return page;
    });
  }
}
