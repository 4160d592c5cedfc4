import { Args, Field, Float, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { LocalDateScalar } from '#runtime';
import { Branch } from '../branch.entity.js';
import { OpenBranch } from './open-branch.js';

@InputType({ description: 'A branch to open.' })
export class OpenBranchInput {
  @Field(() => String, { description: 'Two capital letters, used by no other branch.' })
  code: string;

  @Field(() => String, { description: 'City it serves, up to 80 characters.' })
  city: string;

  @Field(() => String, { description: 'INSEE code of its commune.' })
  communeCode: string;

  @Field(() => String, { nullable: true, description: 'IANA time zone; the commune’s own when absent.' })
  zone?: string | null;

  @Field(() => Float, { description: 'Latitude, WGS 84.' })
  latitude: number;

  @Field(() => Float, { description: 'Longitude, WGS 84.' })
  longitude: number;

  @Field(() => LocalDateScalar, { description: 'Day it opens.' })
  openedOn: string;
}

@Resolver()
export class OpenBranchResolver {
  constructor(private readonly openBranch: OpenBranch) {}

  @Mutation(() => Branch, {
    name: 'openBranch',
    description:
      'Opens a branch. Refuses BRANCH_CODE, BRANCH_CODE_TAKEN, UNKNOWN_COMMUNE, UNKNOWN_ZONE, COORDINATES, TEXT_LENGTH.',
  })
  @Allow(Permission.OpenBranch)
  open(@Args('input') input: OpenBranchInput, @CurrentActor() actor: Actor): Promise<Branch> {
    return this.openBranch.execute(input, actor);
  }
}
