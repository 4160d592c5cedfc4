import { NOT_FOUND } from '#errors';
import { refusing, type Tx } from '#persistence';
import { Article } from './article.entity.js';
import { OUT_OF_STOCK } from './article.refusals.js';

export const ARTICLES = 'equipment.articles';

/** The article, its row locked: one that never had stock has no head to lock. Refuses `NOT_FOUND`. */
export async function articleFor(tx: Tx, id: string, field = 'input.id'): Promise<Article> {
  const article = await tx
    .createQueryBuilder(Article, 'a')
    .where('a.id = :id', { id })
    .setLock('pessimistic_write')
    .getOne();
  if (!article) throw NOT_FOUND({ what: 'Article', whatEn: 'Article' }, field);
  return article;
}

/** Saves how many there are; the table itself refuses less than none. */
export async function keepQuantity(tx: Tx, article: Article, field: string): Promise<void> {
  await refusing({ article_stock_not_negative: () => OUT_OF_STOCK({ left: 0 }, field) }, () =>
    tx.update(Article, { id: article.id }, { quantity: article.quantity }),
  );
}
