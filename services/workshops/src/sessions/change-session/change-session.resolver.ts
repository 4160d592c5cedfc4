import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { DateTime, Uuid } from '#runtime';
import { Session } from '../session.entity.js';
import { ChangeSession } from './change-session.js';

@InputType({ description: 'The whole plan of a session as it shall be.' })
export class ChangeSessionInput {
  @Field(() => Uuid, { description: 'The session.' })
  sessionId: string;

  @Field(() => Uuid, { description: 'Where it takes place.' })
  placeId: string;

  @Field(() => String, { nullable: true, description: 'Room within the place.' })
  room?: string | null;

  @Field(() => String, { nullable: true, description: 'Set of equipment of the place; left out, it stays.' })
  equipmentSet?: string | null;

  @Field(() => DateTime, { description: 'Beginning.' })
  startsAt: Date;

  @Field(() => DateTime, { description: 'End.' })
  endsAt: Date;

  @Field(() => Int, { description: 'Seats, at least as many as are taken.' })
  seats: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Version read; when it has moved on, CHANGED_MEANWHILE is answered.',
  })
  expectedVersion?: number | null;
}

@Resolver()
export class ChangeSessionResolver {
  constructor(private readonly changeSession: ChangeSession) {}

  @Mutation(() => Session, {
    name: 'changeSession',
    description:
      'Changes a session. Refuses SESSION_STARTED, SESSION_IN_PAST, SEATS_BELOW_ENROLLED, SEATS_BELOW_OFFERED, ROOM_TAKEN, EQUIPMENT_TAKEN, SESSION_CLOSED, SESSION_CANCELLED, CHANGED_MEANWHILE.',
  })
  @Allow(Permission.PlanSessions)
  change(@Args('input') input: ChangeSessionInput, @CurrentActor() actor: Actor): Promise<Session> {
    return this.changeSession.execute(input, actor);
  }
}
