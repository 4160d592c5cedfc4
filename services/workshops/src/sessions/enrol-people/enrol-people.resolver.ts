import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { EnrolPeople } from './enrol-people.js';
import { PersonStanding } from './standings.js';

@InputType({ description: 'A list of people to give seats; in a session or in a series, one of the two.' })
export class EnrolPeopleInput {
  @Field(() => Uuid, { nullable: true, description: 'The session.' })
  sessionId?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The series, all of its sessions still to come.' })
  seriesId?: string | null;

  @Field(() => [Uuid], {
    description: 'The people, of whichever branch, in the order in which they are given seats; 1–300.',
  })
  beneficiaryIds: string[];
}

@Resolver()
export class EnrolPeopleResolver {
  constructor(private readonly enrolPeople: EnrolPeople) {}

  @Mutation(() => [PersonStanding], {
    name: 'enrolPeople',
    description:
      'Gives a list of people seats in its order while there are any; whoever comes after waits in line. All of the list or nothing; sent again it changes nothing. Tells where each of them stands. Refuses PEOPLE_OUT_OF_RANGE, NOTHING_TO_WAIT_FOR, SESSION_CANCELLED, SESSION_CLOSED, SERIES_CANCELLED, SERIES_OVER, NOT_FOUND.',
  })
  @Allow(Permission.EnrolInSession)
  enrol(@Args('input') input: EnrolPeopleInput, @CurrentActor() actor: Actor): Promise<PersonStanding[]> {
    return this.enrolPeople.execute(input, actor);
  }
}
