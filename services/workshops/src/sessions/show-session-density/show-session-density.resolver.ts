import { Args, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Database, within } from '#persistence';
import { LocalDateScalar } from '#runtime';
import { BAD_YEAR } from '../session.refusals.js';

@ObjectType({ description: 'What a day holds: sessions and seats, cancelled ones left out.' })
export class SessionDay {
  @Field(() => LocalDateScalar, { description: 'The day, in the zone of each branch.' })
  day: string;

  @Field(() => Int, { description: 'Sessions of that day.' })
  sessions: number;

  @Field(() => Int, { description: 'Seats they offer.' })
  seats: number;

  @Field(() => Int, { description: 'Seats taken.' })
  seatsTaken: number;
}

@Resolver()
export class ShowSessionDensityResolver {
  constructor(private readonly db: Database) {}

  @Query(() => [SessionDay], {
    name: 'sessionDensity',
    description:
      'The days of a year on which there are sessions, in order: of a branch, or of all within your reach. Refuses BAD_YEAR.',
  })
  @Allow(Permission.ReadSessions)
  density(
    @Args('year', { type: () => Int, description: 'The year, 2000–2100.' }) year: number,
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; all within reach when left out.' })
    branch: string | null | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<SessionDay[]> {
    if (year < 2000 || year > 2100) throw BAD_YEAR({}, 'year');
    const values: unknown[] = [`${year}-01-01`, `${year}-12-31`, branch == null ? null : branchOf(actor, branch)];
    return this.db.read(actor, (tx) =>
      tx.query(
        `SELECT to_char(occurred_on, 'YYYY-MM-DD') AS day, count(*)::int AS sessions, sum(seats)::int AS seats,
                sum(seats_taken)::int AS "seatsTaken"
         FROM session
         WHERE state <> 'CANCELLED' AND occurred_on BETWEEN $1 AND $2 AND ($3::text IS NULL OR branch = $3)
           AND ${within(tx, values)}
         GROUP BY occurred_on ORDER BY occurred_on`,
        values,
      ),
    );
  }
}
