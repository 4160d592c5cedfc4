import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Session } from '../session.entity.js';
import { CloseSession } from './close-session.js';

@InputType({ description: 'A session whose attendance is complete.' })
export class CloseSessionInput {
  @Field(() => Uuid, { description: 'The session.' })
  sessionId: string;
}

@Resolver()
export class CloseSessionResolver {
  constructor(private readonly closeSession: CloseSession) {}

  @Mutation(() => Session, {
    name: 'closeSession',
    description:
      'Closes a session and counts one support act per person seen. Refuses SESSION_NOT_STARTED, SESSION_CLOSED, SESSION_CANCELLED, NOT_FOUND.',
  })
  @Allow(Permission.MarkAttendance)
  close(@Args('input') input: CloseSessionInput, @CurrentActor() actor: Actor): Promise<Session> {
    return this.closeSession.execute(input, actor);
  }
}
