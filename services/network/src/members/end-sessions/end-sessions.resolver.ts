import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Member } from '../member.entity.js';
import { EndSessions } from './end-sessions.js';

@InputType({ description: 'Whose sessions end.' })
export class EndSessionsInput {
  @Field(() => Uuid, { description: 'The member.' })
  id: string;
}

@Resolver()
export class EndSessionsResolver {
  constructor(private readonly endSessions: EndSessions) {}

  @Mutation(() => Member, {
    name: 'endSessions',
    description: 'Signs a member out everywhere, within a minute. Refuses NOT_FOUND, ROLE_OUT_OF_REACH.',
  })
  @Allow(Permission.EditMembers)
  ofMember(@Args('input') input: EndSessionsInput, @CurrentActor() actor: Actor): Promise<Member> {
    return this.endSessions.execute(input, actor);
  }

  @Mutation(() => Member, {
    name: 'endOwnSessions',
    description: 'Signs you out everywhere, here included, within a minute. Refuses NOT_FOUND to whoever is no member.',
  })
  @Allow(Permission.EndOwnSessions)
  ofMyself(@CurrentActor() actor: Actor): Promise<Member> {
    return this.endSessions.execute({}, actor);
  }
}
