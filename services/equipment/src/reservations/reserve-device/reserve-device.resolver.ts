import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Reservation } from '../reservation.entity.js';
import { type ReservationWish, ReserveDevice } from './reserve-device.js';

@InputType({ description: 'A device to be kept for a person.' })
export class ReserveDeviceInput implements ReservationWish {
  @Field(() => Uuid, { description: 'The device.' })
  deviceId: string;

  @Field(() => Uuid, { description: 'The person.' })
  beneficiaryId: string;

  @Field(() => Int, { nullable: true, description: 'For how many days, 1–30; 7 when left out.' })
  days?: number | null;
}

@Resolver()
export class ReserveDeviceResolver {
  constructor(private readonly reserveDevice: ReserveDevice) {}

  @Mutation(() => Reservation, {
    name: 'reserveDevice',
    description:
      'Keeps a ready device for a person; only that person can then buy it, until it is free again by itself. Refuses NOT_FOUND, NOT_AVAILABLE, DAYS_OUT_OF_RANGE, NOT_YET_KNOWN.',
  })
  @Allow(Permission.Sell)
  reserve(@Args('input') input: ReserveDeviceInput, @CurrentActor() actor: Actor): Promise<Reservation> {
    return this.reserveDevice.execute(input, actor);
  }
}
