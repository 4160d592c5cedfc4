import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { EquipmentType, Grade } from '#events';
import { GraphQLVocabulary } from '#runtime';
import { evenOut } from '../even-out.js';

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
  return [...kinds.values()].flatMap(suggestionsOfKind).sort((a, b) => b.count - a.count);
}

function suggestionsOfKind(kind: readonly Shelf[]): TransferSuggestion[] {
  const [one] = kind;
  const moves = evenOut(kind.map(({ branch, ready, soldLately }) => ({ branch, spare: ready - soldLately })));
  return moves.flatMap(({ from, to, count }) =>
    one && from !== null ? [{ from, to, type: one.type, grade: one.grade, count }] : [],
  );
}
