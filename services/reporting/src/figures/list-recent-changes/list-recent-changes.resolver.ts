import { Args, Field, Float, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Clock, Database, pageSize, within } from '#persistence';
import { DateTime } from '#runtime';
import { BranchReference } from '../../references.js';
import { FigureEnum } from '../figures.types.js';
import { counts, INDICATORS_BY_KIND } from '../indicators.js';
import { readerOf } from '../view.js';

@ObjectType({ description: 'Something that has just moved a figure. Tells no person.' })
export class RecentChange {
  @Field(() => ID, { description: 'Event and place among its contributions.' })
  id: string;

  @Field(() => DateTime, { description: 'When it was written down.' })
  at: Date;

  @Field(() => BranchReference, { description: 'The branch it counts for.' })
  branch: BranchReference;

  @Field(() => FigureEnum, { description: 'The figure it moved.' })
  code: FigureEnum;

  @Field(() => Float, { description: 'By how much: a count, or cents for takings; negative for what was taken back.' })
  value: number;
}

interface Row {
  event_id: string;
  n: number;
  recorded_at: Date;
  branch: string;
  kind: number;
  a1: number | null;
  units: number;
  cents: string;
}

@Resolver()
export class ListRecentChangesResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Query(() => [RecentChange], {
    name: 'recentChanges',
    description: 'What moved the figures within your reach in the last day, newest first.',
  })
  @Allow(Permission.ReadFigures)
  async list(
    @Args('first', { type: () => Int, defaultValue: 20, description: 'Rows wanted, 1–100.' }) first: number,
    @CurrentActor() actor: Actor,
  ): Promise<RecentChange[]> {
    const size = pageSize(first);
    const since = new Date(this.clock.now().getTime() - 86_400_000);
    const values: unknown[] = [since, size];
    const rows: Row[] = await this.db.read(readerOf(actor), (tx) =>
      tx.query(
        `SELECT event_id, n, recorded_at, branch, kind, a1, units, cents FROM reporting.delta
         WHERE recorded_at > $1 AND kind <> 0 AND ${within(tx, values)}
         ORDER BY recorded_at DESC, event_id, n LIMIT $2`,
        values,
      ),
    );
    return rows.flatMap(changeOf);
  }
}

function changeOf(row: Row): RecentChange[] {
  const indicator = (INDICATORS_BY_KIND.get(row.kind) ?? []).find(
    (candidate) => candidate.measure !== 'minutes' && counts(candidate, row),
  );
  if (!indicator) return [];
  const value = indicator.measure === 'cents' ? Number(row.cents) : row.units;
  return [
    { id: `${row.event_id}:${row.n}`, at: row.recorded_at, branch: { code: row.branch }, code: indicator.code, value },
  ];
}
