import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Reservation } from '../reservation.entity.js';
import { type Release, ReleaseReservation } from './release-reservation.js';

@InputType({ description: 'A reservation that is given up.' })
export class ReleaseReservationInput implements Release {
  @Field(() => Uuid, { description: 'The reservation.' })
  id: string;
}

@Resolver()
export class ReleaseReservationResolver {
  constructor(private readonly releaseReservation: ReleaseReservation) {}

  @Mutation(() => Reservation, {
    name: 'releaseReservation',
    description:
      'Gives a reservation up: the device can be sold to anybody again. Refuses NOT_FOUND, RESERVATION_ENDED.',
  })
  @Allow(Permission.Sell)
  release(@Args('input') input: ReleaseReservationInput, @CurrentActor() actor: Actor): Promise<Reservation> {
    return this.releaseReservation.execute(input, actor);
  }
}
