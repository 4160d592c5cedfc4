import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { MemberRole } from '#events';
import { GraphQLVocabulary } from '#runtime';
import { Member } from '../member.entity.js';
import { InviteMember } from './invite-member.js';

@InputType({ description: 'Somebody to invite.' })
export class InviteMemberInput {
  @Field(() => String, { description: 'Given and family name, 2–120 characters.' })
  name: string;

  @Field(() => String, { description: 'Where the invitation goes.' })
  mail: string;

  @Field(() => GraphQLVocabulary.MemberRole, { description: 'The role they will hold.' })
  role: MemberRole;

  @Field(() => [String], { nullable: true, description: 'Branches they will work in; yours when absent.' })
  branches?: string[] | null;
}

@Resolver()
export class InviteMemberResolver {
  constructor(private readonly inviteMember: InviteMember) {}

  @Mutation(() => Member, {
    name: 'inviteMember',
    description:
      'Invites somebody by mail; the link serves once, for seven days. An address that was invited or withdrawn is invited again. Refuses ROLE_OUT_OF_REACH, BRANCHES_OF_ROLE, MAIL_ADDRESS, MAIL_TAKEN, TEXT_LENGTH, NOT_FOUND (branch).',
  })
  @Allow(Permission.EditMembers)
  invite(@Args('input') input: InviteMemberInput, @CurrentActor() actor: Actor): Promise<Member> {
    return this.inviteMember.execute(input, actor);
  }
}
