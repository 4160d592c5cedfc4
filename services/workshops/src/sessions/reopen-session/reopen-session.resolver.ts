import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Session } from '../session.entity.js';
import { ReopenSession } from './reopen-session.js';

@InputType({ description: 'A closed session to mend.' })
export class ReopenSessionInput {
  @Field(() => Uuid, { description: 'The session.' })
  sessionId: string;

  @Field(() => String, { description: 'Why, 3–500 characters.' })
  reason: string;
}

@Resolver()
export class ReopenSessionResolver {
  constructor(private readonly reopenSession: ReopenSession) {}

  @Mutation(() => Session, {
    name: 'reopenSession',
    description:
      'Takes the closing of a session back, with its support acts. Refuses SESSION_NOT_CLOSED, REASON_REQUIRED, NOT_FOUND.',
  })
  @Allow(Permission.CorrectActs)
  reopen(@Args('input') input: ReopenSessionInput, @CurrentActor() actor: Actor): Promise<Session> {
    return this.reopenSession.execute(input, actor);
  }
}
