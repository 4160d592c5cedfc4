import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { EquipmentType, Grade } from '#events';
import { GraphQLVocabulary } from '#runtime';

/** What a branch has ready of a type and grade, and how many of it left in the last thirty days. */
export interface Shelf {
  readonly branch: string;
  readonly type: EquipmentType;
  readonly grade: Grade;
  readonly ready: number;
  readonly soldLately: number;
}

/** A transfer that would even out two branches. */
@ObjectType({ description: 'A transfer that would even out two branches.' })
export class TransferSuggestion {
  @Field(() => String, { description: 'Code of the branch that has more than it sells in a month.' })
  from: string;

  @Field(() => String, { description: 'Code of the branch that has less than it sells in a month.' })
  to: string;

  @Field(() => GraphQLVocabulary.EquipmentType, { description: 'Kind of device.' })
  type: EquipmentType;

  @Field(() => GraphQLVocabulary.Grade, { description: 'Grade.' })
  grade: Grade;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

/**
 * From the largest surplus to the largest shortage, type by type and grade by grade: a branch keeps what it sells in a month and
 * gives the rest, so nobody is emptied for somebody else.
 */
export function suggest(shelves: readonly Shelf[]): TransferSuggestion[] {
  const kinds = Map.groupBy(shelves, ({ type, grade }) => `${type} ${grade}`);
  return [...kinds.values()].flatMap((kind) => evenOut(kind)).sort((a, b) => b.count - a.count);
}

function evenOut(kind: readonly Shelf[]): TransferSuggestion[] {
  const spare = kind.map((shelf) => ({ ...shelf, left: shelf.ready - shelf.soldLately }));
  const givers = spare.filter(({ left }) => left > 0).sort((a, b) => b.left - a.left || (a.branch < b.branch ? -1 : 1));
  const takers = spare.filter(({ left }) => left < 0).sort((a, b) => a.left - b.left || (a.branch < b.branch ? -1 : 1));
  const found: TransferSuggestion[] = [];
  for (const taker of takers)
    for (const giver of givers) {
      const count = Math.min(giver.left, -taker.left);
      if (count < 1) continue;
      giver.left -= count;
      taker.left += count;
      found.push({ from: giver.branch, to: taker.branch, type: taker.type, grade: taker.grade, count });
    }
  return found;
}
