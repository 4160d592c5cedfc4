import { Field, Float, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Clock, Database, type Tx } from '#persistence';
import { shiftDay } from '#runtime';
import { Figures } from '../../figures/figures.types.js';
import { conditionsOf, readerOf, type View } from '../../figures/view.js';
import { Kind, LISTS, numberOf } from '../../projection/delta.js';
import { ARTICLE_BASE } from '../equipment.projection.js';

const FOLLOWED_DAYS = 60;

@ObjectType({ description: 'What devices sold over a period led to, for people who bought under their name.' })
export class DeviceOutcomes {
  @Field(() => Int, { description: 'Devices sold; what came back later is not taken off.' })
  sold: number;

  @Field(() => Int, { description: 'Of these, sold to somebody known: the rest can be followed by nobody.' })
  soldToKnown: number;

  @Field(() => Int, { description: 'Of those known, sold sixty days ago or more: what can be told of.' })
  settled: number;

  @Field(() => Int, { description: 'Of those settled, followed by a course within sixty days, in whatever branch.' })
  followed: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of the settled that were followed, 0–1; null without any.',
  })
  followedShare: number | null;

  @Field(() => Int, { description: 'People who bought their first device in the period.' })
  firstDevices: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Median days from the first help a person got to their first device; null without any.',
  })
  medianWaitDays: number | null;
}

/** What no sum tells: each device sold beside what the same person did before and after, under whichever of their ids. */
@Resolver(() => Figures)
export class ShowDeviceOutcomesResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => DeviceOutcomes, {
    name: 'deviceOutcomes',
    description:
      'Share of devices sold that a course followed within sixty days, and how long people waited for their first one: of the branches and filters of the view, counted from the deltas.',
  })
  @Allow(Permission.ReadFigures)
  outcomes(@Parent() view: Figures, @CurrentActor() actor: Actor): Promise<DeviceOutcomes> {
    const today = (view.asOf ?? this.clock.now()).toISOString().slice(0, 10);
    return this.db.read(readerOf(actor), (tx) => outcomesOf(tx, view, today));
  }
}

async function outcomesOf(tx: Tx, view: View, today: string): Promise<DeviceOutcomes> {
  const values: unknown[] = [view.from, view.to, shiftDay(today, -FOLLOWED_DAYS), view.asOf];
  const conditions = conditionsOf(view, values);
  const known = '($4::timestamptz IS NULL OR recorded_at <= $4::timestamptz)';
  const [row]: Omit<DeviceOutcomes, 'followedShare'>[] = await tx.query(
    // A day counts when its deltas sum above 0: what was taken back did not happen.
    `WITH sold AS (
       SELECT person_no, occurred_on AS day, sum(units)::int AS n FROM reporting.delta
       WHERE kind = ${Kind.SALE_LINE} AND a1 < ${ARTICLE_BASE} AND occurred_on BETWEEN $1 AND $2${conditions}
       GROUP BY person_no, occurred_on HAVING sum(units) > 0),
     bought AS (
       SELECT s.*, coalesce(r.root_no, s.person_no) AS root FROM sold s LEFT JOIN reporting.person_root r USING (person_no)),
     same AS MATERIALIZED (
       SELECT root, root AS person_no FROM (SELECT DISTINCT root FROM bought WHERE root IS NOT NULL) AS one
       UNION SELECT r.root_no, r.person_no FROM reporting.person_root r WHERE r.root_no IN (SELECT root FROM bought)),
     told AS (
       SELECT b.*, EXISTS (
         SELECT 1 FROM reporting.delta d JOIN same USING (person_no)
         WHERE same.root = b.root AND d.kind = ${Kind.ACT} AND d.solution = ${numberOf(LISTS.solution, 'COURSE')}
           AND d.occurred_on > b.day AND d.occurred_on <= b.day + ${FOLLOWED_DAYS} AND ${known}
         GROUP BY d.person_no, d.occurred_on HAVING sum(d.units) > 0) AS followed
       FROM bought b),
     earlier AS (
       SELECT same.root FROM reporting.delta d JOIN same USING (person_no)
       WHERE d.kind = ${Kind.SALE_LINE} AND d.a1 < ${ARTICLE_BASE} AND d.occurred_on < $1::date AND ${known}
       GROUP BY same.root, d.person_no, d.occurred_on HAVING sum(d.units) > 0),
     first_device AS (
       SELECT root, min(day) AS day FROM bought WHERE root IS NOT NULL AND root NOT IN (SELECT root FROM earlier) GROUP BY root),
     waited AS (
       SELECT f.root, f.day - (
         SELECT min(d.occurred_on) FROM (
           SELECT d.occurred_on FROM reporting.delta d JOIN same USING (person_no)
           WHERE same.root = f.root AND d.kind = ${Kind.ACT} AND d.occurred_on <= f.day AND ${known}
           GROUP BY d.person_no, d.occurred_on HAVING sum(d.units) > 0) AS d) AS days FROM first_device f)
     SELECT coalesce(sum(n), 0)::int AS sold, coalesce(sum(n) FILTER (WHERE person_no IS NOT NULL), 0)::int AS "soldToKnown",
            coalesce(sum(n) FILTER (WHERE person_no IS NOT NULL AND day <= $3::date), 0)::int AS settled,
            coalesce(sum(n) FILTER (WHERE followed AND day <= $3::date), 0)::int AS followed,
            (SELECT count(*)::int FROM waited) AS "firstDevices",
            (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY days) FROM waited) AS "medianWaitDays"
     FROM told`,
    values,
  );
  const found = row ?? { sold: 0, soldToKnown: 0, settled: 0, followed: 0, firstDevices: 0, medianWaitDays: null };
  return { ...found, followedShare: found.settled === 0 ? null : found.followed / found.settled };
}
