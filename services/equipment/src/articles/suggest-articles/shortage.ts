import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { ArticleKind } from '#events';
import { GraphQLVocabulary } from '#runtime';
import { evenOut } from '../../even-out.js';

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
  return [...Map.groupBy(shelves, ({ code }) => code).values()]
    .flatMap(shortagesOfCode)
    .sort((a, b) => b.count - a.count);
}

function shortagesOfCode(shelves: readonly ArticleShelf[]): ArticleShortage[] {
  const of = new Map(shelves.map((shelf) => [shelf.branch, shelf]));
  const moves = evenOut(shelves.map(({ branch, quantity, level }) => ({ branch, spare: quantity - level })));
  return moves.flatMap((move) => {
    const short = of.get(move.to);
    return short ? [{ ...move, code: short.code, label: short.label, kind: short.kind }] : [];
  });
}
