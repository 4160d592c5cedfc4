import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { Database, Ids, refusing } from '#persistence';
import { Article, type ArticleDescription } from '../article.entity.js';
import { ARTICLE_CODE_TAKEN } from '../article.refusals.js';

@Injectable()
export class CreateArticle {
  constructor(
    private readonly db: Database,
    private readonly ids: Ids,
  ) {}

  execute(input: ArticleDescription & { branch?: string | null | undefined }, actor: Actor): Promise<Article> {
    return this.db.command(actor, Article, async (tx) => {
      const article = Article.create(this.ids.next(), branchOf(actor, input.branch), input);
      await refusing({ article_code_once: () => ARTICLE_CODE_TAKEN({ code: article.code }, 'input.code') }, () =>
        tx.insert(Article, article),
      );
      return article;
    });
  }
}
