import { Args, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Clock, Database, type Tx, within } from '#persistence';
import { LocalDateScalar } from '#runtime';
import { momentIn } from '../../known/known.js';
import { Payment } from '../sale-line.js';

@ObjectType({ description: 'What a branch took on a day, voided sales left out.' })
export class DayTakings {
  @Field(() => LocalDateScalar, { description: 'The day.' })
  day: string;

  @Field(() => Int, { description: 'Sales made.' })
  sales: number;

  @Field(() => Int, { description: 'Devices sold.' })
  devices: number;

  @Field(() => Int, { description: 'Articles sold, counted one by one.' })
  articles: number;

  @Field(() => Int, { description: 'All payments together, in cents.' })
  totalCents: number;

  @Field(() => [Payment], { description: 'By kind of payment.' })
  byKind: Payment[];
}

@Resolver()
export class ShowTakingsResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Query(() => DayTakings, { name: 'dayTakings', description: 'What a branch took on a day, by kind of payment.' })
  @Allow(Permission.ReadSales)
  takings(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    branch: string | null,
    @Args('day', { type: () => LocalDateScalar, nullable: true, description: 'The day; today when left out.' })
    day: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<DayTakings> {
    const code = branchOf(actor, branch);
    return this.db.read(actor, async (tx) =>
      takingsOf(tx, code, day ?? (await momentIn(tx, code, this.clock.now())).day),
    );
  }
}

async function takingsOf(tx: Tx, branch: string, day: string): Promise<DayTakings> {
  const counted: unknown[] = [branch, day];
  const [counts]: { sales: number; devices: number; articles: number }[] = await tx.query(
    `SELECT count(DISTINCT s.id)::int AS sales,
            coalesce(sum((line->>'quantity')::int) FILTER (WHERE line->>'kind' = 'DEVICE'), 0)::int AS devices,
            coalesce(sum((line->>'quantity')::int) FILTER (WHERE line->>'kind' = 'ARTICLE'), 0)::int AS articles
     FROM sale s, jsonb_array_elements(s.lines) AS line
     WHERE s.branch = $1 AND s.occurred_on = $2 AND s.state = 'MADE' AND ${within(tx, counted, 's.branch')}`,
    counted,
  );
  const paid: unknown[] = [branch, day];
  const byKind: Payment[] = await tx.query(
    `SELECT payment->>'kind' AS kind, sum((payment->>'cents')::int)::int AS cents
     FROM sale s, jsonb_array_elements(s.payments) AS payment
     WHERE s.branch = $1 AND s.occurred_on = $2 AND s.state = 'MADE' AND ${within(tx, paid, 's.branch')}
     GROUP BY 1 ORDER BY 1`,
    paid,
  );
  const totalCents = byKind.reduce((sum, { cents }) => sum + cents, 0);
  return { day, sales: 0, devices: 0, articles: 0, ...counts, totalCents, byKind };
}
