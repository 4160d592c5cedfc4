import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, pageTypeOf, Uuid } from '#runtime';
import { Beneficiary } from '../beneficiaries/beneficiary.entity.js';
import { BranchReference } from '../references.js';
import { Likeness } from './likeness.js';

@ObjectType({ description: 'One of two people who may be the same.' })
export class PairedPerson {
  @Field(() => Uuid, { description: 'Random identifier of the person.' })
  id: string;

  @Field(() => BranchReference, { description: 'The branch that enrolled them.' })
  branch: BranchReference;

  @Field(() => String, { description: 'Initials, `O. V.`.' })
  initials: string;

  @Field(() => Int, { nullable: true, description: 'Year of birth; null = not stated.' })
  birthYear: number | null;

  @Field(() => Beneficiary, { nullable: true, description: 'The whole record; null for another branch’s person.' })
  beneficiary: Beneficiary | null;
}

@ObjectType({ description: 'Two people who may be the same, for somebody to say.' })
export class DuplicatePair {
  @Field(() => Uuid, { description: 'Identifier of the pair.' })
  id: string;

  @Field(() => Int, { description: 'How likely, 0–100; proposed from 70 on.' })
  score: number;

  @Field(() => [Likeness], { description: 'What the score is made of.' })
  because: Likeness[];

  @Field(() => DateTime, { description: 'When it was proposed.' })
  proposedAt: Date;

  @Field(() => [PairedPerson], { description: 'The two, of your branches first.' })
  people: PairedPerson[];
}

@ObjectType({ description: 'A page of pairs.' })
export class DuplicatePairPage extends pageTypeOf(DuplicatePair, 'DuplicatePairPageRows') {}
