import type { Actor } from '#access';
import { NOT_FOUND } from '#errors';
import { type Ids, refusing, type Tx } from '#persistence';
import type { Moment } from '../known/known.js';
import { Article } from './article.entity.js';
import { OUT_OF_STOCK } from './article.refusals.js';

export const ARTICLES = 'equipment.articles';

/** Why the number on a shelf changed. */
export type MovementKind = 'RECEIVED' | 'COUNTED' | 'SOLD' | 'SALE_VOIDED' | 'GIVEN_BACK';

/** Who moves articles, when, and why. */
export interface Movement {
  readonly what: MovementKind;
  readonly actor: Actor;
  readonly moment: Moment;
  readonly ids: Ids;
  /** Of a count that differed. */
  readonly reason?: string;
}

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

/** Saves how many there are, with the movement that made it so; the table itself refuses less than none. */
export async function keepQuantity(
  tx: Tx,
  { id, branch, quantity }: Article,
  field: string,
  { what, actor, moment, ids, reason }: Movement,
): Promise<void> {
  await tx.query(
    `INSERT INTO article_movement (id, branch, article_id, at, day, what, before, after, author, reason)
     SELECT $2, $3, a.id, $4, $5, $6, a.quantity, $7::int, $8, $9 FROM article a WHERE a.id = $1 AND a.quantity <> $7::int`,
    [id, ids.next(), branch, moment.now, moment.day, what, quantity, actor.subject, reason ?? null],
  );
  await refusing({ article_stock_not_negative: () => OUT_OF_STOCK({ left: 0 }, field) }, () =>
    tx.update(Article, { id }, { quantity }),
  );
}
