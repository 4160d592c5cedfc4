import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Enrolment } from '../enrolment.entity.js';
import { CancelEnrolment } from './cancel-enrolment.js';

@InputType({ description: 'A seat to give back.' })
export class CancelEnrolmentInput {
  @Field(() => Uuid, { description: 'The enrolment.' })
  enrolmentId: string;
}

@Resolver()
export class CancelEnrolmentResolver {
  constructor(private readonly cancelEnrolment: CancelEnrolment) {}

  @Mutation(() => Enrolment, {
    name: 'cancelEnrolment',
    description: 'Gives a seat back. Refuses ENROLMENT_CANCELLED, SESSION_CLOSED, SESSION_CANCELLED, NOT_FOUND.',
  })
  @Allow(Permission.EnrolInSession)
  cancel(@Args('input') input: CancelEnrolmentInput, @CurrentActor() actor: Actor): Promise<Enrolment> {
    return this.cancelEnrolment.execute(input, actor);
  }
}
