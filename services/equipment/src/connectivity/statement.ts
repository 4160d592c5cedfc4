import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { ArticleKind } from '#events';
import { type Tx, within } from '#persistence';
import { GraphQLVocabulary, LocalDateScalar, monthsAfter, Uuid } from '#runtime';
import { STATEMENT_MONTH } from './connectivity.refusals.js';

@ObjectType({ description: 'What became of one SIM card or top-up article in a month.' })
export class ConnectivityRow {
  @Field(() => Uuid, { description: 'The article.' })
  articleId: string;

  @Field(() => String, { nullable: true, description: 'Its operator; null when nobody said.' })
  operator: string | null;

  @Field(() => GraphQLVocabulary.ArticleKind, { description: 'SIM_CARD or TOP_UP.' })
  kind: ArticleKind;

  @Field(() => String, { description: 'What it is called.' })
  label: string;

  @Field(() => Int, { nullable: true, description: 'What one top-up is worth, in cents.' })
  valueCents: number | null;

  @Field(() => Int, { description: 'On the shelf when the month began.' })
  opening: number;

  @Field(() => Int, { description: 'Came in; what was there before movements were kept included.' })
  received: number;

  @Field(() => Int, { description: 'Left the shelf with a buyer.' })
  out: number;

  @Field(() => Int, { description: 'Came back on the shelf: sales voided or paid back.' })
  back: number;

  @Field(() => Int, { description: 'What counting added, or took off when below zero.' })
  counted: number;

  @Field(() => Int, { description: 'On the shelf when the month ended: opening + received − out + back + counted.' })
  closing: number;

  @Field(() => Int, {
    description: 'Sold on days of the month, voided sales left out, less what came back on its days.',
  })
  sold: number;

  @Field(() => Int, { description: 'What was paid for these, in cents, less what was paid back.' })
  soldCents: number;

  @Field(() => Int, { description: 'SIM cards activated.' })
  activated: number;
}

@ObjectType({ description: 'Connectivity of a branch in a month, article by article, by operator.' })
export class ConnectivityStatement {
  @Field(() => String, { description: 'Code of the branch.' })
  branch: string;

  @Field(() => LocalDateScalar, { description: 'First day of the month.' })
  month: string;

  @Field(() => [ConnectivityRow], { description: 'By operator, kind, value and name.' })
  rows: ConnectivityRow[];
}

/** Refuses `STATEMENT_MONTH`. */
export async function statementOf(tx: Tx, branch: string, month: string): Promise<ConnectivityStatement> {
  if (!month.endsWith('-01')) throw STATEMENT_MONTH({}, 'month');
  const values: unknown[] = [branch, month, monthsAfter(month, 1)];
  const rows: ConnectivityRow[] = await tx.query(
    `WITH moved AS (
       SELECT m.article_id, m.what, m.after - m.before AS n FROM article_movement m
       WHERE m.branch = $1 AND m.day >= $2::date AND m.day < $3::date AND ${within(tx, values, 'm.branch')}),
     sold AS (
       SELECT (one ->> 'articleId')::uuid AS article_id, sum(sign * (one ->> 'quantity')::int) AS n, sum(sign * (one ->> 'cents')::int) AS cents
       FROM sale s CROSS JOIN LATERAL (
         SELECT 1 AS sign, s.occurred_on AS day, one FROM jsonb_array_elements(s.lines) AS one
         UNION ALL
         SELECT -1, (r ->> 'occurredOn')::date, one FROM jsonb_array_elements(s.returns) AS r, jsonb_array_elements(r -> 'back') AS one) AS e
       WHERE s.branch = $1 AND s.state = 'MADE' AND e.day >= $2::date AND e.day < $3::date AND one ->> 'kind' = 'ARTICLE'
         AND (s.occurred_on >= $2::date AND s.occurred_on < $3::date OR s.returns <> '[]') AND ${within(tx, values, 's.branch')}
       GROUP BY 1)
     SELECT a.id AS "articleId", a.operator, a.kind, a.label, a.value_cents AS "valueCents",
            coalesce(o.after, 0) AS opening,
            coalesce((SELECT sum(n) FROM moved WHERE article_id = a.id AND what IN ('RECEIVED', 'OPENING')), 0)::int AS received,
            -coalesce((SELECT sum(n) FROM moved WHERE article_id = a.id AND what = 'SOLD'), 0)::int AS out,
            coalesce((SELECT sum(n) FROM moved WHERE article_id = a.id AND what IN ('SALE_VOIDED', 'GIVEN_BACK')), 0)::int AS back,
            coalesce((SELECT sum(n) FROM moved WHERE article_id = a.id AND what = 'COUNTED'), 0)::int AS counted,
            coalesce(o.after, 0) + coalesce((SELECT sum(n) FROM moved WHERE article_id = a.id), 0)::int AS closing,
            coalesce(s.n, 0)::int AS sold, coalesce(s.cents, 0)::int AS "soldCents",
            (SELECT count(*)::int FROM sim_activation x WHERE x.article_id = a.id AND x.activated_on >= $2::date
             AND x.activated_on < $3::date) AS activated
     FROM article a LEFT JOIN sold s ON s.article_id = a.id
     LEFT JOIN LATERAL (
       SELECT after FROM article_movement m WHERE m.article_id = a.id AND m.day < $2::date ORDER BY turn DESC LIMIT 1) o ON true
     WHERE a.branch = $1 AND a.kind IN ('SIM_CARD', 'TOP_UP') AND ${within(tx, values, 'a.branch')}
     ORDER BY a.operator NULLS LAST, a.kind, a.value_cents NULLS FIRST, a.label, a.id`,
    values,
  );
  return { branch, month, rows };
}
