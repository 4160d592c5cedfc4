import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Device } from '../device.entity.js';
import { type DeviceVoid, VoidDevice } from './void-device.js';

@InputType({ description: 'A device that was received by mistake.' })
export class VoidDeviceInput implements DeviceVoid {
  @Field(() => Uuid, { description: 'The device.' })
  id: string;

  @Field(() => String, { description: 'Why, 3–500 characters.' })
  reason: string;

  @Field(() => Int, { nullable: true, description: 'Version you read; refused when it changed meanwhile.' })
  expectedVersion?: number | null;
}

@Resolver()
export class VoidDeviceResolver {
  constructor(private readonly voidDevice: VoidDevice) {}

  @Mutation(() => Device, {
    name: 'voidDevice',
    description:
      'Takes a device received by mistake out of the books and frees its tag. Refuses DEVICE_WAS_SOLD, DEVICE_UNDER_WAY, DEVICE_PROMISED, CAME_BY_TRANSFER, REASON_REQUIRED, CHANGED_MEANWHILE.',
  })
  @Allow(Permission.HandleDevices)
  void(@Args('input') input: VoidDeviceInput, @CurrentActor() actor: Actor): Promise<Device> {
    return this.voidDevice.execute(input, actor);
  }
}
