import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Enrolment } from '../enrolment.entity.js';
import { EnrolInSession } from './enrol-in-session.js';

@InputType({ description: 'A person to give a seat.' })
export class EnrolInSessionInput {
  @Field(() => Uuid, { description: 'The session.' })
  sessionId: string;

  @Field(() => Uuid, { description: 'The person.' })
  beneficiaryId: string;
}

@Resolver()
export class EnrolInSessionResolver {
  constructor(private readonly enrolInSession: EnrolInSession) {}

  @Mutation(() => Enrolment, {
    name: 'enrolInSession',
    description:
      'Gives a person a seat. Refuses SESSION_FULL, ALREADY_ENROLLED, SESSION_CANCELLED, SESSION_CLOSED, NOT_FOUND, NOT_YET_KNOWN.',
  })
  @Allow(Permission.EnrolInSession)
  enrol(@Args('input') input: EnrolInSessionInput, @CurrentActor() actor: Actor): Promise<Enrolment> {
    return this.enrolInSession.execute(input, actor);
  }
}
