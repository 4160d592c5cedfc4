import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { ArticleKind } from '#events';
import { GraphQLVocabulary } from '#runtime';

/** What a branch has of an article, and below how many it is short. */
export interface ArticleShelf {
  readonly branch: string;
  readonly code: string;
  readonly label: string;
  readonly kind: ArticleKind;
  readonly quantity: number;
  readonly level: number;
}

@ObjectType({ description: 'An article that a branch is short of, and who could send some.' })
export class ArticleShortage {
  @Field(() => String, { description: 'Code of the branch that is short.' })
  to: string;

  @Field(() => String, { description: 'Code of the article, the same in both branches.' })
  code: string;

  @Field(() => String, { description: 'What the branch that is short calls it.' })
  label: string;

  @Field(() => GraphQLVocabulary.ArticleKind, { description: 'Kind of article.' })
  kind: ArticleKind;

  @Field(() => Int, { description: 'How many of it are missing to reach the level, of these.' })
  count: number;

  @Field(() => String, {
    nullable: true,
    description: 'Code of a branch that has more than its level; null: order them.',
  })
  from: string | null;
}

/** From the largest surplus to the largest shortage, code by code: nobody goes below their own level; the rest is to be ordered. */
export function shortagesOf(shelves: readonly ArticleShelf[]): ArticleShortage[] {
  return [...Map.groupBy(shelves, ({ code }) => code).values()].flatMap(evenOut).sort((a, b) => b.count - a.count);
}

function evenOut(shelves: readonly ArticleShelf[]): ArticleShortage[] {
  const spare = shelves.map((shelf) => ({ ...shelf, left: shelf.quantity - shelf.level }));
  const byBranch = (a: ArticleShelf, b: ArticleShelf) => (a.branch < b.branch ? -1 : 1);
  const givers = spare.filter(({ left }) => left > 0).sort((a, b) => b.left - a.left || byBranch(a, b));
  const takers = spare.filter(({ left }) => left < 0).sort((a, b) => a.left - b.left || byBranch(a, b));
  return takers.flatMap((taker) => {
    const { branch: to, code, label, kind } = taker;
    const found: ArticleShortage[] = [];
    for (const giver of givers) {
      const count = Math.min(giver.left, -taker.left);
      if (count < 1) continue;
      giver.left -= count;
      taker.left += count;
      found.push({ to, code, label, kind, count, from: giver.branch });
    }
    return taker.left < 0 ? [...found, { to, code, label, kind, count: -taker.left, from: null }] : found;
  });
}
