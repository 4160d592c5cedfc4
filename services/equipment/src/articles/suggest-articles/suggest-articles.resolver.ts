import { Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database, within } from '#persistence';
import { type ArticleShelf, ArticleShortage, shortagesOf } from './shortage.js';

@Resolver()
export class SuggestArticlesResolver {
  constructor(private readonly db: Database) {}

  @Query(() => [ArticleShortage], {
    name: 'articleShortages',
    description:
      'Articles of your branches that are below their level, largest first; from which of your branches they could come, else to be ordered.',
  })
  @Allow(Permission.ReadStock)
  list(@CurrentActor() actor: Actor): Promise<ArticleShortage[]> {
    return this.db.read(actor, async (tx) => {
      const values: unknown[] = [];
      const shelves: ArticleShelf[] = await tx.query(
        `SELECT branch, code, label, kind, quantity, reorder_level AS level FROM article
         WHERE reorder_level IS NOT NULL AND ${within(tx, values)} ORDER BY branch, code`,
        values,
      );
      return shortagesOf(shelves);
    });
  }
}
