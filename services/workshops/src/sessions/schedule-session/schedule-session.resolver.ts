import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { DateTime, Uuid } from '#runtime';
import { Session } from '../session.entity.js';
import { ScheduleSession } from './schedule-session.js';

@InputType({ description: 'A session to plan.' })
export class ScheduleSessionInput {
  @Field(() => Uuid, { description: 'The workshop it is a date of.' })
  workshopId: string;

  @Field(() => Uuid, { description: 'Where it takes place.' })
  placeId: string;

  @Field(() => String, { nullable: true, description: 'Room within the place.' })
  room?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Set of equipment of the place that it needs, up to 80 characters.',
  })
  equipmentSet?: string | null;

  @Field(() => DateTime, { description: 'Beginning, in the future.' })
  startsAt: Date;

  @Field(() => DateTime, { description: 'End, at most 8 hours after the beginning.' })
  endsAt: Date;

  @Field(() => Int, { description: 'Seats offered, 1–500.' })
  seats: number;
}

@Resolver()
export class ScheduleSessionResolver {
  constructor(private readonly scheduleSession: ScheduleSession) {}

  @Mutation(() => Session, {
    name: 'scheduleSession',
    description:
      'Plans a session. Refuses SESSION_IN_PAST, END_BEFORE_START, SEATS_OUT_OF_RANGE, ROOM_TAKEN, EQUIPMENT_TAKEN, NOT_FOUND, NOT_YET_KNOWN.',
  })
  @Allow(Permission.PlanSessions)
  schedule(@Args('input') input: ScheduleSessionInput, @CurrentActor() actor: Actor): Promise<Session> {
    return this.scheduleSession.execute(input, actor);
  }
}
