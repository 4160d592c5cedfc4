import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { DateTime, Uuid } from '#runtime';
import { Session } from '../session.entity.js';
import { RecordSession } from './record-session.js';

@InputType({ description: 'A session that has taken place without having been planned.' })
export class RecordSessionInput {
  @Field(() => Uuid, { description: 'The workshop it was a date of.' })
  workshopId: string;

  @Field(() => Uuid, { description: 'Where it took place.' })
  placeId: string;

  @Field(() => String, { nullable: true, description: 'Room within the place.' })
  room?: string | null;

  @Field(() => String, { nullable: true, description: 'Set of equipment of the place that it needed.' })
  equipmentSet?: string | null;

  @Field(() => DateTime, { description: 'Beginning.' })
  startsAt: Date;

  @Field(() => DateTime, { description: 'End, in the past.' })
  endsAt: Date;

  @Field(() => Int, { description: 'Seats there were, 1–500.' })
  seats: number;
}

@Resolver()
export class RecordSessionResolver {
  constructor(private readonly recordSession: RecordSession) {}

  @Mutation(() => Session, {
    name: 'recordSession',
    description:
      'Enters a past session. Refuses SESSION_IN_FUTURE, END_BEFORE_START, SEATS_OUT_OF_RANGE, ROOM_TAKEN, EQUIPMENT_TAKEN, NOT_FOUND, NOT_YET_KNOWN.',
  })
  @Allow(Permission.PlanSessions)
  record(@Args('input') input: RecordSessionInput, @CurrentActor() actor: Actor): Promise<Session> {
    return this.recordSession.execute(input, actor);
  }
}
