import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { MemberRole } from '#events';
import { GraphQLVocabulary, Uuid } from '#runtime';
import { Member } from '../member.entity.js';
import { GrantRole } from './grant-role.js';

@InputType({ description: 'What a member may do from now on.' })
export class GrantRoleInput {
  @Field(() => Uuid, { description: 'The member.' })
  id: string;

  @Field(() => GraphQLVocabulary.MemberRole, { description: 'The role.' })
  role: MemberRole;

  @Field(() => [String], { nullable: true, description: 'The branches; those of now when absent.' })
  branches?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when somebody changed it since.' })
  expectedVersion?: number | null;
}

@Resolver()
export class GrantRoleResolver {
  constructor(private readonly grantRole: GrantRole) {}

  @Mutation(() => Member, {
    name: 'grantRole',
    description:
      'Changes the role or the branches of a member; what is signed in with the old ones ends within a minute. Refuses NOT_FOUND, ROLE_OUT_OF_REACH, OWN_RIGHTS, LAST_ADMINISTRATOR, MEMBER_WITHDRAWN, BRANCHES_OF_ROLE, CHANGED_MEANWHILE.',
  })
  @Allow(Permission.EditMembers)
  grant(@Args('input') input: GrantRoleInput, @CurrentActor() actor: Actor): Promise<Member> {
    return this.grantRole.execute(input, actor);
  }
}
