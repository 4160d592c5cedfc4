import { Args, Field, InputType, Int, ObjectType, PickType, Query, Resolver, registerEnumType } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Likeness } from '../../duplicates/likeness.js';
import { BranchReference } from '../../references.js';
import { Beneficiary } from '../beneficiary.entity.js';
import { IdentityFields } from '../identity-fields.js';
import { FindLikelyDuplicates } from './find-likely-duplicates.js';

registerEnumType(Likeness, { name: 'Likeness', description: 'What makes two people look like one.' });

@InputType({ description: 'What is typed so far of the person being enrolled.' })
export class LikelyDuplicatesInput extends PickType(IdentityFields, [
  'givenName',
  'familyName',
  'phone',
  'email',
] as const) {
  @Field(() => String, { nullable: true, description: 'Branch that enrols; yours when you have one only.' })
  branch?: string | null;

  @Field(() => Int, { nullable: true, description: 'Year of birth.' })
  birthYear?: number | null;
}

@ObjectType({ description: 'Somebody who may be the person being enrolled.' })
export class LikelyDuplicate {
  @Field(() => Int, { description: 'How likely, 0–100; shown from 50 on.' })
  score: number;

  @Field(() => [Likeness], { description: 'What the score is made of.' })
  because: Likeness[];

  @Field(() => Beneficiary, { nullable: true, description: 'The whole record; null for another branch’s person.' })
  beneficiary: Beneficiary | null;

  @Field(() => BranchReference, { description: 'The branch that enrolled them.' })
  branch: BranchReference;

  @Field(() => String, { description: 'Initials, `O. V.`.' })
  initials: string;

  @Field(() => Int, { nullable: true, description: 'Year of birth; null = not stated.' })
  birthYear: number | null;
}

@Resolver()
export class ListLikelyDuplicatesResolver {
  constructor(private readonly findLikelyDuplicates: FindLikelyDuplicates) {}

  @Query(() => [LikelyDuplicate], {
    name: 'likelyDuplicates',
    description:
      'People of the whole network who may be the one being enrolled, likeliest first. Of another branch’s person only initials, birth year and branch are shown, and the look is written down.',
  })
  @Allow(Permission.ReadBeneficiaries)
  async list(@Args('input') input: LikelyDuplicatesInput, @CurrentActor() actor: Actor): Promise<LikelyDuplicate[]> {
    const found = await this.findLikelyDuplicates.execute(input, actor);
    return found.map((duplicate) => ({ ...duplicate, branch: { code: duplicate.branch } }));
  }
}
