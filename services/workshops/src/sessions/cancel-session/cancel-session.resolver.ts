import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Session } from '../session.entity.js';
import { CancelSession } from './cancel-session.js';

@InputType({ description: 'A session to call off.' })
export class CancelSessionInput {
  @Field(() => Uuid, { description: 'The session.' })
  sessionId: string;

  @Field(() => String, { description: 'Why, 3–500 characters.' })
  reason: string;
}

@Resolver()
export class CancelSessionResolver {
  constructor(private readonly cancelSession: CancelSession) {}

  @Mutation(() => Session, {
    name: 'cancelSession',
    description: 'Calls a session off. Refuses SESSION_CANCELLED, SESSION_CLOSED, REASON_REQUIRED, NOT_FOUND.',
  })
  @Allow(Permission.PlanSessions)
  cancel(@Args('input') input: CancelSessionInput, @CurrentActor() actor: Actor): Promise<Session> {
    return this.cancelSession.execute(input, actor);
  }
}
