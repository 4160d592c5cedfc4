import type { KeptLine } from './sale-exception.entity.js';
import type { LineWish } from './sell-lines.js';

/** A kept line, as a sale asks for it. */
export function wishOf({ tag, articleId, quantity }: KeptLine): LineWish {
  return articleId === null ? { tag } : { articleId, quantity };
}
