import { Field, Int, ObjectType } from '@nestjs/graphql';
import { type Tx, within } from '#persistence';
import { LocalDateScalar } from '#runtime';
import { Payment } from '../sales/sale-line.js';

@ObjectType({ description: 'What a branch took on a day, voided sales left out; of a closed day, as it was closed.' })
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

  @Field(() => [Payment], { description: 'By kind of payment; what was entered that day about closed days included.' })
  byKind: Payment[];
}

/** What was taken on a day: its sales as they stand, and what was entered that day about sales of closed days. */
export async function takingsOf(tx: Tx, branch: string, day: string): Promise<DayTakings> {
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
    `SELECT kind, sum(cents)::int AS cents FROM (
       SELECT payment->>'kind' AS kind, (payment->>'cents')::int AS cents
       FROM sale s, jsonb_array_elements(s.payments) AS payment
       WHERE s.branch = $1 AND s.occurred_on = $2 AND s.state = 'MADE' AND ${within(tx, paid, 's.branch')}
       UNION ALL SELECT e.kind, e.cents FROM till_entry e
       WHERE e.branch = $1 AND e.day = $2 AND ${within(tx, paid, 'e.branch')}) AS paid
     GROUP BY 1 ORDER BY 1`,
    paid,
  );
  const totalCents = byKind.reduce((sum, { cents }) => sum + cents, 0);
  return { day, sales: 0, devices: 0, articles: 0, ...counts, totalCents, byKind };
}
