import {
  Args,
  Context,
  Field,
  Int,
  ObjectType,
  Parent,
  ResolveField,
  Resolver,
  registerEnumType,
} from '@nestjs/graphql';
import { Allow, Permission } from '#access';
import { Database, pageSize, within } from '#persistence';
import { DateTime, loaderOf, type RequestContext, Uuid } from '#runtime';
import { Article } from '../article.entity.js';

export const ArticleMovementKind = {
  OPENING: 'OPENING',
  RECEIVED: 'RECEIVED',
  COUNTED: 'COUNTED',
  SOLD: 'SOLD',
  SALE_VOIDED: 'SALE_VOIDED',
  GIVEN_BACK: 'GIVEN_BACK',
} as const;
export type ArticleMovementKind = (typeof ArticleMovementKind)[keyof typeof ArticleMovementKind];
registerEnumType(ArticleMovementKind, {
  name: 'ArticleMovementKind',
  description: 'Why the number on a shelf changed. OPENING: what was there before movements were kept.',
});

@ObjectType({ description: 'One change of the number on a shelf.' })
export class ArticleMovement {
  @Field(() => Uuid, { description: 'Identifier of the movement.' })
  id: string;

  @Field(() => DateTime, { description: 'When.' })
  at: Date;

  @Field(() => ArticleMovementKind, { description: 'Why.' })
  what: ArticleMovementKind;

  @Field(() => Int, { description: 'How many there were.' })
  before: number;

  @Field(() => Int, { description: 'How many there are since.' })
  after: number;

  @Field(() => String, { nullable: true, description: 'Of a count that differed: the explanation.' })
  reason: string | null;

  @Field(() => String, { nullable: true, description: 'Random subject of who did it; null for an opening.' })
  author: string | null;
}

@Resolver(() => Article)
export class ListMovementsResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => [ArticleMovement], {
    name: 'movements',
    description: 'The last movements of the shelf, newest first.',
  })
  @Allow(Permission.ReadStock)
  movements(
    @Parent() article: Article,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'Rows wanted, 1–100.' }) first: number,
    @Context() context: RequestContext,
  ): Promise<ArticleMovement[]> {
    const size = pageSize(first);
    const load = (ids: readonly string[]) =>
      this.db.read(context.actor, async (tx) => {
        const values: unknown[] = [ids, size];
        const rows: (ArticleMovement & { article: string })[] = await tx.query(
          `SELECT asked.article, m.id, m.at, m.what, m.before, m.after, m.reason, m.author
           FROM unnest($1::uuid[]) AS asked(article) CROSS JOIN LATERAL (
             SELECT * FROM article_movement WHERE article_id = asked.article AND ${within(tx, values)}
             ORDER BY turn DESC LIMIT $2) AS m
           ORDER BY asked.article, m.turn DESC`,
          values,
        );
        return Map.groupBy(rows, (row) => row.article);
      });
    return loaderOf<ArticleMovement[]>(context, `movements ${size}`, load, []).load(article.id);
  }
}
