import { Args, Field, Float, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database } from '#persistence';
import { LocalDateScalar } from '#runtime';
import { NOT_BROKEN_DOWN } from '../../figures/figures.refusals.js';
import { FigureEnum, Figures } from '../../figures/figures.types.js';
import { INDICATORS, type Indicator } from '../../figures/indicators.js';
import { onlyOf } from '../../figures/member-columns.js';
import { conditionsOf, readerOf, visibleBranches } from '../../figures/view.js';
import { LEARNED_SINCE_CLOSING } from '../learned-since-closing.js';
import { MonthClosing } from '../month-closing.entity.js';

@ObjectType({ description: 'A month that branches have closed, and what was learned of it since.' })
export class ClosedMonth {
  @Field(() => LocalDateScalar, { description: 'First day of the month.' })
  month: string;

  @Field(() => Int, { description: 'How many of the branches looked at have closed it.' })
  branches: number;

  @Field(() => Float, { description: 'What was taken back since, 0 or less.' })
  minus: number;

  @Field(() => Float, { description: 'What was added since, 0 or more.' })
  plus: number;
}

@Resolver(() => Figures)
export class ShowClosedMonthsResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => [ClosedMonth], {
    name: 'closedMonths',
    description:
      'The closed months of the period, oldest first, each with what was learned of the figure since. Only sums: refuses NOT_BROKEN_DOWN.',
  })
  @Allow(Permission.ReadFigures)
  async closedMonths(
    @Parent() view: Figures,
    @Args('of', { type: () => FigureEnum, description: 'Which figure.' }) code: FigureEnum,
    @CurrentActor() actor: Actor,
  ): Promise<ClosedMonth[]> {
    if (!(code in INDICATORS)) throw NOT_BROKEN_DOWN({ indicator: code, by: 'MONTH' }, 'of');
    const indicator: Indicator = INDICATORS[code as keyof typeof INDICATORS];
    const values: unknown[] = [indicator.kind, view.from, view.to, view.branches, view.asOf];
    // The names of delta's columns are its own but for the branch, which the closing has as well.
    const conditions = conditionsOf({ ...view, branches: null }, values);
    const rows: { month: string; branches: number; minus: string | null; plus: string | null }[] = await this.db.read(
      readerOf(actor),
      (tx) =>
        tx.query(
          `WITH moved AS (
             SELECT c.month, sum(least(${indicator.measure}, 0)) AS minus, sum(greatest(${indicator.measure}, 0)) AS plus
             FROM ${LEARNED_SINCE_CLOSING}
             WHERE kind = $1 AND occurred_on BETWEEN $2 AND $3 AND ($4::text[] IS NULL OR c.branch = ANY ($4))
               ${onlyOf(indicator)}${conditions}
             GROUP BY c.month)
           SELECT to_char(c.month, 'YYYY-MM-DD') AS month, count(*)::int AS branches, min(moved.minus) AS minus, min(moved.plus) AS plus
           FROM month_closing c LEFT JOIN moved USING (month)
           WHERE c.month BETWEEN date_trunc('month', $2::date) AND $3::date AND ($4::text[] IS NULL OR c.branch = ANY ($4))
             AND ($5::timestamptz IS NULL OR c.closed_at <= $5)
           GROUP BY month ORDER BY month`,
          values,
        ),
    );
    return rows.map((row) => ({ ...row, minus: Number(row.minus ?? 0), plus: Number(row.plus ?? 0) }));
  }

  @Query(() => [MonthClosing], {
    name: 'monthClosings',
    description: 'Which branches within your reach have closed that month.',
  })
  @Allow(Permission.ReadFigures)
  closings(
    @Args('month', { type: () => LocalDateScalar, description: 'First day of the month.' }) month: string,
    @CurrentActor() actor: Actor,
  ): Promise<MonthClosing[]> {
    const branches = visibleBranches(actor, null);
    return this.db.read(readerOf(actor), (tx) => {
      const query = tx.createQueryBuilder(MonthClosing, 'c').where('c.month = :month', { month });
      if (branches) query.andWhere('c.branch = ANY (:branches)', { branches: [...branches] });
      return query.orderBy('c.branch').getMany();
    });
  }
}
