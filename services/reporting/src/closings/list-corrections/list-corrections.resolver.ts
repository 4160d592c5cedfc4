import { Args, Field, Float, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { DateTime, LocalDateScalar, pageTypeOf } from '#runtime';
import { FigureSubject, subjectOf } from '../../evidence/subject.js';
import { FigureEnum } from '../../figures/figures.types.js';
import { readerOf, visibleBranches } from '../../figures/view.js';
import { BranchReference } from '../../references.js';
import { type Contribution, LEARNED_SINCE_CLOSING, movesOf } from '../learned-since-closing.js';

@ObjectType({ description: 'What an event took from a figure and added to it.' })
export class FigureMove {
  @Field(() => FigureEnum, { description: 'The figure.' })
  code: FigureEnum;

  @Field(() => Float, { description: 'What it took back, 0 or less; cents for sums of money.' })
  minus: number;

  @Field(() => Float, { description: 'What it added, 0 or more; cents for sums of money.' })
  plus: number;
}

@ObjectType({
  description:
    'A fact learned of a closed month after it was closed. Who and why are told by the service that owns the subject, to whoever may read there.',
})
export class FigureCorrection {
  @Field(() => ID, { description: 'Event and month: one event may move two closed months.' })
  id: string;

  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => String, { nullable: true, description: 'Its name on the wire.' })
  eventType: string | null;

  @Field(() => BranchReference, { description: 'The branch.' })
  branch: BranchReference;

  @Field(() => LocalDateScalar, { description: 'First day of the closed month.' })
  month: string;

  @Field(() => DateTime, { description: 'When it was written down.' })
  recordedAt: Date;

  @Field(() => [FigureMove], { description: 'The figures it moved in that month.' })
  moves: FigureMove[];

  @Field(() => FigureSubject, { nullable: true, description: 'What was corrected or entered late.' })
  subject: FigureSubject | null;
}

@ObjectType({ description: 'A page of corrections to closed months.' })
export class FigureCorrectionPage extends pageTypeOf(FigureCorrection, 'FigureCorrectionPageRows') {}

interface Row {
  event_id: string;
  recorded_at: Date;
  branch: string;
  month: string;
  type: string | null;
  subject: string | null;
  parts: Contribution[];
}

@Resolver()
export class ListCorrectionsResolver {
  constructor(private readonly db: Database) {}

  @Query(() => FigureCorrectionPage, {
    name: 'corrections',
    description:
      'What was learned of closed months since they were closed, newest first, within your reach. Refuses FORBIDDEN, PAGE_SIZE, INVALID_CURSOR.',
  })
  @Allow(Permission.ReadFigures)
  async list(
    @Args('branch', { type: () => String, nullable: true, description: 'Only this branch.' }) branch: string | null,
    @Args('month', { type: () => LocalDateScalar, nullable: true, description: 'Only the month of this first day.' })
    month: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<FigureCorrection>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid', 'day') ?? null;
    const branches = visibleBranches(actor, branch === null ? null : [branch]);
    const rows: Row[] = await this.db.read(readerOf(actor), (tx) =>
      tx.query(
        `SELECT d.event_id, d.recorded_at, d.branch, to_char(c.month, 'YYYY-MM-DD') AS month, type.id AS type,
                min(d.subject) AS subject,
                json_agg(json_build_object('kind', d.kind, 'a1', d.a1, 'units', d.units, 'cents', d.cents, 'minutes', d.minutes) ORDER BY d.n) AS parts
         FROM ${LEARNED_SINCE_CLOSING} LEFT JOIN event_type_number type ON type.no = d.type_no
         WHERE ($1::text[] IS NULL OR c.branch = ANY ($1)) AND ($2::date IS NULL OR c.month = $2)
           AND ($3::timestamptz IS NULL OR (d.recorded_at, d.event_id, c.month) < ($3, $4::uuid, $5::date))
         GROUP BY d.event_id, d.recorded_at, d.branch, c.month, type.id
         ORDER BY d.recorded_at DESC, d.event_id DESC, c.month DESC LIMIT $6`,
        [branches, month, cursor?.[0] ?? null, cursor?.[1] ?? null, cursor?.[2] ?? null, size + 1],
      ),
    );
    const page = pageOf(rows, size, (row) => [row.recorded_at.toISOString(), row.event_id, row.month]);
    return {
      ...page,
      items: page.items.map((row) => ({
        id: `${row.event_id}:${row.month}`,
        eventId: row.event_id,
        eventType: row.type,
        branch: { code: row.branch },
        month: row.month,
        recordedAt: row.recorded_at,
        moves: movesOf(row.parts),
        subject: subjectOf(row, actor),
      })),
    };
  }
}
