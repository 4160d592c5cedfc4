import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Member } from '../member.entity.js';
import { WithdrawMember } from './withdraw-member.js';

@InputType({ description: 'The member who leaves.' })
export class WithdrawMemberInput {
  @Field(() => Uuid, { description: 'The member.' })
  id: string;
}

@Resolver()
export class WithdrawMemberResolver {
  constructor(private readonly withdrawMember: WithdrawMember) {}

  @Mutation(() => Member, {
    name: 'withdrawMember',
    description:
      'Takes a member’s role away, or an invitation back; whatever they have open ends within a minute. Refuses NOT_FOUND, ROLE_OUT_OF_REACH, OWN_RIGHTS, LAST_ADMINISTRATOR.',
  })
  @Allow(Permission.EditMembers)
  withdraw(@Args('input') input: WithdrawMemberInput, @CurrentActor() actor: Actor): Promise<Member> {
    return this.withdrawMember.execute(input, actor);
  }
}
