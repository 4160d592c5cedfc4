import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { LocalDateScalar, Uuid } from '#runtime';
import { Loan } from '../loan.entity.js';
import { LendDevice, type LoanWish } from './lend-device.js';

@InputType({ description: 'A device to be lent to a person.' })
export class LendDeviceInput implements LoanWish {
  @Field(() => Uuid, { description: 'The device.' })
  deviceId: string;

  @Field(() => Uuid, { description: 'The person.' })
  beneficiaryId: string;

  @Field(() => LocalDateScalar, { description: 'Day by which it is to be back, within a year.' })
  dueOn: string;
}

@Resolver()
export class LendDeviceResolver {
  constructor(private readonly lendDevice: LendDevice) {}

  @Mutation(() => Loan, {
    name: 'lendDevice',
    description:
      'Lends a ready device to a person until a day. Refuses NOT_FOUND, NOT_AVAILABLE, DUE_OUT_OF_RANGE, NOT_YET_KNOWN.',
  })
  @Allow(Permission.Sell)
  lend(@Args('input') input: LendDeviceInput, @CurrentActor() actor: Actor): Promise<Loan> {
    return this.lendDevice.execute(input, actor);
  }
}
