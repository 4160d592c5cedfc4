import { Args, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow, GATEWAY_ITSELF } from '#access';
import { Database } from '#persistence';
import { FigureEnum } from '../../figures/figures.types.js';
import { QuarterPublication } from '../quarter-publication.entity.js';

@ObjectType({ description: 'A published number. It is rounded to 5.' })
export class PublishedFigure {
  @Field(() => FigureEnum, { description: 'Which figure.' })
  indicator: string;

  @Field(() => String, {
    description: '`FR`, `REG-75` or `DEP-33` by official code (INSEE), or a branch’s two letters.',
  })
  territory: string;

  @Field(() => String, { description: 'What it is broken down by; `TOTAL` for the whole.' })
  dimension: string;

  @Field(() => String, { description: 'Member of the dimension; `UNTOLD` = what no member has.' })
  member: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The number, rounded to 5; null = hidden, for it could tell of a person.',
  })
  value: number | null;
}

/** What everybody may read: nobody is asked who they are, so the gateway may ask for whoever comes. */
@Resolver()
export class ShowOpenDataResolver {
  constructor(private readonly db: Database) {}

  @Query(() => [QuarterPublication], { name: 'publishedQuarters', description: 'Quarters published, newest first.' })
  @Allow(GATEWAY_ITSELF)
  quarters(): Promise<QuarterPublication[]> {
    return this.db.look((tx) => tx.find(QuarterPublication, { order: { quarter: 'DESC' } }));
  }

  @Query(() => [PublishedFigure], {
    name: 'publishedFigures',
    description: 'Everything published of a quarter, empty when nothing was. Small numbers are null.',
  })
  @Allow(GATEWAY_ITSELF)
  figures(
    @Args('quarter', { type: () => String, description: 'The quarter, `2026-T2`.' }) quarter: string,
  ): Promise<PublishedFigure[]> {
    return this.db.look((tx) =>
      tx.query(
        `SELECT indicator, territory, dimension, member, value FROM published_figure WHERE quarter = $1
         ORDER BY indicator, territory, dimension, member`,
        [quarter],
      ),
    );
  }
}
