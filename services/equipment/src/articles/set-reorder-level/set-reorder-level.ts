import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Database } from '#persistence';
import { Article } from '../article.entity.js';
import { articleFor } from '../keep-article.js';

@Injectable()
export class SetReorderLevel {
  constructor(private readonly db: Database) {}

  execute(input: { id: string; level?: number | null | undefined }, actor: Actor): Promise<Article> {
    return this.db.command(actor, Article, async (tx) => {
      const article = await articleFor(tx, input.id);
      article.watch(input.level ?? null);
      await tx.update(Article, { id: article.id }, { reorderLevel: article.reorderLevel });
      return article;
    });
  }
}
