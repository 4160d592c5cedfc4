import { Args, Int, ObjectType, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, ANYONE_SIGNED_IN, branchOf, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import type { ArticleKind } from '#events';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { GraphQLVocabulary, loaderOf, pageTypeOf, type RequestContext, Uuid } from '#runtime';
import { BranchReference } from '../../references.js';
import { Article } from '../article.entity.js';

@ObjectType({ description: 'A page of articles.' })
export class ArticlePage extends pageTypeOf(Article, 'ArticlePageRows') {}

@Resolver(() => Article)
export class ListArticlesResolver {
  constructor(private readonly db: Database) {}

  @Query(() => ArticlePage, {
    name: 'articles',
    description: 'Counted articles of a branch by name, with their stock.',
  })
  @Allow(Permission.ReadStock)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    branch: string | null,
    @Args('kinds', {
      type: () => [GraphQLVocabulary.ArticleKind],
      nullable: true,
      description: 'Kinds wanted; left out, all.',
    })
    kinds: ArticleKind[] | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<Article>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'text', 'uuid');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Article, 'a')
        .where('a.branch = :branch', { branch: branchOf(actor, branch) })
        .orderBy('a.label')
        .addOrderBy('a.id')
        .limit(size + 1);
      if (kinds != null) query.andWhere('a.kind = ANY (:kinds)', { kinds });
      if (cursor) query.andWhere('(a.label, a.id) > (:label, :id)', { label: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, (article) => [article.label, article.id]);
    });
  }

  @Query(() => Article, { name: 'article', description: 'An article of your branches. Refuses NOT_FOUND.' })
  @Allow(Permission.ReadStock)
  async article(
    @Args('id', { type: () => Uuid, description: 'The article.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Article> {
    const article = await this.db.read(actor, (tx) => tx.findOneBy(Article, { id }));
    if (!article) throw NOT_FOUND({ what: 'Article', whatEn: 'Article' }, 'id');
    return article;
  }

  @ResolveReference()
  @Allow(Permission.ReadStock)
  reference(reference: { id: string }, context: RequestContext): Promise<Article | null> {
    const load = (ids: readonly string[]) =>
      this.db.read(context.actor, async (tx) => {
        const articles = await tx
          .createQueryBuilder(Article, 'a')
          .where('a.id = ANY (:ids)', { ids: [...ids] })
          .getMany();
        return new Map<string, Article | null>(articles.map((article) => [article.id, article]));
      });
    return loaderOf<Article | null>(context, 'article', load, null).load(reference.id);
  }

  @ResolveField(() => BranchReference, { name: 'branch', description: 'The branch that sells it.' })
  @Allow(ANYONE_SIGNED_IN)
  branch(@Parent() article: Article): BranchReference {
    return { code: article.branch };
  }
}
