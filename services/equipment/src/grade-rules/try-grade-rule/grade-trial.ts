import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { EquipmentState, EquipmentType, Grade } from '#events';
import { GraphQLVocabulary, pageTypeOf, Uuid } from '#runtime';
import { GradeLine } from '../../devices/device.entity.js';

@ObjectType({ description: 'How many devices of a type go from a grade to a grade.' })
export class GradeMove {
  @Field(() => GraphQLVocabulary.EquipmentType, { description: 'Kind of device.' })
  type: EquipmentType;

  @Field(() => GraphQLVocabulary.Grade, { description: 'The grade they have.' })
  before: Grade;

  @Field(() => GraphQLVocabulary.Grade, { description: 'The grade that the rule tried would give.' })
  after: Grade;

  @Field(() => Int, { description: 'How many, whatever their state.' })
  count: number;
}

@ObjectType({ description: 'What can be sold of a type and grade, as it stands and by the rule tried.' })
export class GradeStockEffect {
  @Field(() => GraphQLVocabulary.EquipmentType, { description: 'Kind of device.' })
  type: EquipmentType;

  @Field(() => GraphQLVocabulary.Grade, { description: 'Grade.' })
  grade: Grade;

  @Field(() => Int, { description: 'Ready devices that have this grade.' })
  readyBefore: number;

  @Field(() => Int, { description: 'Ready devices that would have it.' })
  readyAfter: number;

  @Field(() => Int, { nullable: true, description: 'Price of one today, in cents; null = no tariff in force.' })
  unitCents: number | null;
}

@ObjectType({ description: 'How many devices of a type the rule says nothing of.' })
export class GradedOtherwise {
  @Field(() => GraphQLVocabulary.EquipmentType, { description: 'Kind of device.' })
  type: EquipmentType;

  @Field(() => Int, { description: 'How many were graded by hand, or are of a kind that no rule grades.' })
  count: number;
}

@ObjectType({
  description:
    'What a rule would make of the last audit of every device graded by rule. Nothing changes by trying; devices audited meanwhile may be counted as they were or as they are.',
})
export class GradeTrial {
  @Field(() => Int, { description: 'Devices that were graded again.' })
  tried: number;

  @Field(() => Int, { description: 'Of these, how many would have another grade.' })
  changed: number;

  @Field(() => [GradeMove], { description: 'From which grade to which, best first; those that keep theirs included.' })
  moves: GradeMove[];

  @Field(() => [GradeStockEffect], { description: 'What it makes of the ready stock, best grade first.' })
  stock: GradeStockEffect[];

  @Field(() => Int, { description: 'Ready stock by the tariff in force as it stands, in cents, where there is one.' })
  centsBefore: number;

  @Field(() => Int, { description: 'The same stock by the rule tried, in cents, where there is a tariff.' })
  centsAfter: number;

  @Field(() => Int, { description: 'Ready devices without a tariff for the grade that they would have.' })
  unpriced: number;

  @Field(() => [GradedOtherwise], { description: 'Graded devices that no rule graded: they keep their grade.' })
  aside: GradedOtherwise[];
}

@ObjectType({ description: 'A device whose grade the rule tried would change, explained.' })
export class GradeChange {
  @Field(() => Uuid, { description: 'The device.' })
  id: string;

  @Field(() => String, { description: 'Its tag.' })
  tag: string;

  @Field(() => String, { description: 'Code of the branch it is in.' })
  branch: string;

  @Field(() => GraphQLVocabulary.EquipmentState, { description: 'Where it stands in its life.' })
  state: EquipmentState;

  @Field(() => GraphQLVocabulary.Grade, { description: 'The grade it has.' })
  before: Grade;

  @Field(() => String, { description: 'The version that gave it, `v1`.' })
  gradeRule: string;

  @Field(() => GraphQLVocabulary.Grade, { description: 'The grade it would have.' })
  after: Grade;

  @Field(() => Int, { description: 'Points by the rule tried; its lines add up to them.' })
  points: number;

  @Field(() => [GradeLine], { description: 'The grade it has, explained as on the day it was given.' })
  linesBefore: GradeLine[];

  @Field(() => [GradeLine], { description: 'The grade it would have, explained.' })
  linesAfter: GradeLine[];
}

@ObjectType({ description: 'A page of devices whose grade would change.' })
export class GradeChangePage extends pageTypeOf(GradeChange, 'GradeChangePageRows') {}
