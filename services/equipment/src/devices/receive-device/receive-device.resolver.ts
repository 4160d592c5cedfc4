import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { EquipmentType } from '#events';
import { GraphQLVocabulary, Uuid } from '#runtime';
import { Device } from '../device.entity.js';
import { DeviceSpecsInput } from '../device-specs.js';
import { type DeviceReceipt, ReceiveDevice } from './receive-device.js';

@InputType({ description: 'A device that came in.' })
export class ReceiveDeviceInput implements DeviceReceipt {
  @Field(() => String, { nullable: true, description: 'Branch that receives it; yours when you have one only.' })
  branch?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The tag it carries, as scanned; left out, it is given the next free one.',
  })
  tag?: string | null;

  @Field(() => GraphQLVocabulary.EquipmentType, {
    nullable: true,
    description: 'Kind of device; needed without a tag.',
  })
  type?: EquipmentType | null;

  @Field(() => DeviceSpecsInput, { nullable: true, description: 'What is already known of it.' })
  specs?: DeviceSpecsInput | null;

  @Field(() => Uuid, { nullable: true, description: 'The donated lot it came in.' })
  lotId?: string | null;
}

@Resolver()
export class ReceiveDeviceResolver {
  constructor(private readonly receiveDevice: ReceiveDevice) {}

  @Mutation(() => Device, {
    name: 'receiveDevice',
    description:
      'Takes a device in and gives it its tag. Refuses TAG_MALFORMED, TAG_TAKEN, TAG_TYPE_MISMATCH, TYPE_OR_TAG_NEEDED, IMEI_MALFORMED, IMEI_TAKEN, SPEC_OUT_OF_RANGE, NOT_FOUND (lot).',
  })
  @Allow(Permission.HandleDevices)
  receive(@Args('input') input: ReceiveDeviceInput, @CurrentActor() actor: Actor): Promise<Device> {
    return this.receiveDevice.execute(input, actor);
  }
}
