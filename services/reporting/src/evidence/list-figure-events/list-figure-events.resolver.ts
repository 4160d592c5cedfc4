import { Args, Field, Float, ID, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { DateTime, LocalDateScalar, pageTypeOf } from '#runtime';
import { FigureEnum, Figures } from '../../figures/figures.types.js';
import { BEGINNING } from '../../figures/figures-reader.js';
import { INDICATORS, type Indicator } from '../../figures/indicators.js';
import { onlyOf } from '../../figures/member-columns.js';
import { isRate, RATES } from '../../figures/rates.js';
import { conditionsOf, readerOf } from '../../figures/view.js';
import { BranchReference } from '../../references.js';
import { FigureSubject, subjectOf } from '../subject.js';

@ObjectType({ description: 'One contribution to a figure, with the event that made it. Tells no person.' })
export class FigureEvent {
  @Field(() => ID, { description: 'Event and place among its contributions.' })
  id: string;

  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => String, { nullable: true, description: 'Its name on the wire, `workshops.support-act-recorded`.' })
  eventType: string | null;

  @Field(() => BranchReference, { description: 'The branch it counts for.' })
  branch: BranchReference;

  @Field(() => LocalDateScalar, { description: 'The day it counts for.' })
  occurredOn: string;

  @Field(() => DateTime, { description: 'When it was written down.' })
  recordedAt: Date;

  @Field(() => Float, { description: 'What it adds, in the unit of the figure; negative for what it takes back.' })
  value: number;

  @Field(() => FigureSubject, { nullable: true, description: 'What the event speaks of; null for the oldest events.' })
  subject: FigureSubject | null;
}

@ObjectType({ description: 'A page of the contributions to a figure.' })
export class FigureEventPage extends pageTypeOf(FigureEvent, 'FigureEventPageRows') {}

interface Row {
  event_id: string;
  n: number;
  branch: string;
  occurred_on: string;
  recorded_at: Date;
  value: string;
  subject: string | null;
  type: string | null;
}

@Resolver(() => Figures)
export class ListFigureEventsResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => FigureEventPage, {
    name: 'events',
    description:
      'The contributions a figure is the sum of, branch after branch, oldest day first. Of unique people: the acts of people known; of active helpers: the hours they gave; of a rate: both its sums. Refuses PAGE_SIZE, INVALID_CURSOR.',
  })
  @Allow(Permission.ReadFigures)
  async list(
    @Parent() view: Figures,
    @Args('of', { type: () => FigureEnum, description: 'Which figure.' }) code: FigureEnum,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<FigureEvent>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'text', 'day', 'uuid', 'number');
    const summed = summedBy(code);
    const [indicator] = summed;
    if (!indicator) return { items: [], endCursor: null };
    const values: unknown[] = [
      summed.map(({ kind }) => kind),
      indicator.stock ? BEGINNING : view.from,
      view.to,
      ...(cursor ?? []),
    ];
    const behind = cursor ? ' AND (branch, occurred_on, event_id, n) > ($4, $5::date, $6::uuid, $7::int)' : '';
    const known = code === 'UNIQUE_PEOPLE' || code === 'ACTIVE_HELPERS' ? ' AND person_no IS NOT NULL' : '';
    const conditions = conditionsOf(view, values);
    values.push(size + 1);
    const rows: Row[] = await this.db.read(readerOf(actor), (tx) =>
      tx.query(
        `SELECT event_id, n, branch, to_char(occurred_on, 'YYYY-MM-DD') AS occurred_on, recorded_at,
                ${indicator.measure} AS value, subject, type.id AS type
         FROM reporting.delta LEFT JOIN event_type_number type ON type.no = type_no
         WHERE kind = ANY ($1::int2[]) AND occurred_on BETWEEN $2 AND $3 AND ${indicator.measure} <> 0
           ${onlyOf(indicator)}${known}${conditions}${behind}
         ORDER BY branch, delta.occurred_on, event_id, n LIMIT $${values.length}`,
        values,
      ),
    );
    const page = pageOf(rows, size, (row) => [row.branch, row.occurred_on, row.event_id, row.n]);
    return { ...page, items: page.items.map((row) => eventOf(row, actor)) };
  }
}

/** The indicators whose deltas make a figure. */
function summedBy(code: FigureEnum): Indicator[] {
  if (code === 'UNIQUE_PEOPLE') return [INDICATORS.SUPPORT_ACTS];
  if (code === 'ACTIVE_HELPERS') return [INDICATORS.HELPER_MINUTES];
  if (isRate(code)) return [INDICATORS[RATES[code].part], INDICATORS[RATES[code].base]];
  return [INDICATORS[code]];
}

function eventOf(row: Row, actor: Actor): FigureEvent {
  return {
    id: `${row.event_id}:${row.n}`,
    eventId: row.event_id,
    eventType: row.type,
    branch: { code: row.branch },
    occurredOn: row.occurred_on,
    recordedAt: row.recorded_at,
    value: Number(row.value),
    subject: subjectOf(row, actor),
  };
}
