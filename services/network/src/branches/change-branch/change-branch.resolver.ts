import { Args, Field, Float, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { BranchState } from '#events';
import { GraphQLVocabulary } from '#runtime';
import { Branch } from '../branch.entity.js';
import { ChangeBranch } from './change-branch.js';

@InputType({ description: 'What changes of a branch; what is absent stays as it is.' })
export class ChangeBranchInput {
  @Field(() => String, { description: 'Code of the branch.' })
  code: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when somebody changed it since.' })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'City it serves, up to 80 characters.' })
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'INSEE code of its commune.' })
  communeCode?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone.' })
  zone?: string | null;

  @Field(() => Float, { nullable: true, description: 'Latitude, WGS 84.' })
  latitude?: number | null;

  @Field(() => Float, { nullable: true, description: 'Longitude, WGS 84.' })
  longitude?: number | null;

  @Field(() => GraphQLVocabulary.BranchState, { nullable: true, description: 'Open or closed.' })
  state?: BranchState | null;
}

@Resolver()
export class ChangeBranchResolver {
  constructor(private readonly changeBranch: ChangeBranch) {}

  @Mutation(() => Branch, {
    name: 'changeBranch',
    description:
      'Changes a branch, or closes and reopens it. Refuses NOT_FOUND, CHANGED_MEANWHILE, UNKNOWN_COMMUNE, UNKNOWN_ZONE, COORDINATES, TEXT_LENGTH.',
  })
  @Allow(Permission.OpenBranch)
  change(@Args('input') input: ChangeBranchInput, @CurrentActor() actor: Actor): Promise<Branch> {
    return this.changeBranch.execute(input, actor);
  }
}
