import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { Attendance } from '#events';
import { GraphQLVocabulary, Uuid } from '#runtime';
import { Enrolment } from '../enrolment.entity.js';
import { MarkAttendance } from './mark-attendance.js';

@InputType({ description: 'Whether a person came.' })
export class MarkAttendanceInput {
  @Field(() => Uuid, { description: 'The enrolment.' })
  enrolmentId: string;

  @Field(() => GraphQLVocabulary.Attendance, {
    description: 'SEEN, NOSHOW, EXCUSED, REVOKED, or UNKNOWN to take a mark back.',
  })
  attendance: Attendance;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the row that was tapped; ATTENDANCE_CHANGED when somebody was faster.',
  })
  expectedVersion?: number | null;
}

@Resolver()
export class MarkAttendanceResolver {
  constructor(private readonly markAttendance: MarkAttendance) {}

  @Mutation(() => Enrolment, {
    name: 'markAttendance',
    description:
      'Marks attendance, from 15 minutes before the start. Refuses SESSION_NOT_STARTED, ATTENDANCE_CHANGED, SESSION_CLOSED, SESSION_CANCELLED, NOT_FOUND.',
  })
  @Allow(Permission.MarkAttendance)
  mark(@Args('input') input: MarkAttendanceInput, @CurrentActor() actor: Actor): Promise<Enrolment> {
    return this.markAttendance.execute(input, actor);
  }
}
