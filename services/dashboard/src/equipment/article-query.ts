import { graphql, type ResultOf } from '../app/query.js';

export const ARTICLES = graphql(`
  query ArticleStock($branch: String, $after: String) {
    articles(branch: $branch, first: 50, after: $after) {
      items {
        id
        code
        label
        kind
        cents
        marketCents
        quantity
        reorderLevel
      }
      endCursor
    }
  }
`);
export type ArticleShown = NonNullable<ResultOf<typeof ARTICLES>['articles']>['items'][number];

/** Answers that a change of the articles makes old: this list, and the till's shelf. */
export const TOUCHED_BY_ARTICLES = [
  ['read', 'ArticleStock'],
  ['read', 'Articles'],
  ['read', 'ArticleShortages'],
  ['read', 'ArticleMovements'],
] as const;

/** What an act on an article gives to the list that opened it: the sentence to show, or nothing when it was left. */
export interface ArticleAct {
  readonly onDone: (sentence: string) => void;
  readonly onClose: () => void;
}

/** A whole number as typed; what is none travels as one that is refused beside its field, never as zero. */
export function wholeOf(typed: number | null): number {
  return typed !== null && Number.isInteger(typed) ? typed : -1;
}

/** Euros as typed, in cents, by the same rule. */
export function centsOf(euros: number | null): number {
  return euros === null || Number.isNaN(euros) ? -1 : Math.round(euros * 100);
}
