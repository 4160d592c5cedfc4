import { ListMovementsResolver } from './list-movements/list-movements.resolver.js';
import { SetReorderLevel } from './set-reorder-level/set-reorder-level.js';
import { SetReorderLevelResolver } from './set-reorder-level/set-reorder-level.resolver.js';
import { SuggestArticlesResolver } from './suggest-articles/suggest-articles.resolver.js';

/** The slices of watched shelves, for the service's table of contents. */
export const WATCHED_ARTICLES = [
  SetReorderLevel,
  SetReorderLevelResolver,
  ListMovementsResolver,
  SuggestArticlesResolver,
];
