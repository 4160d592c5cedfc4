import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { EquipmentType, Grade } from '#events';
import { GraphQLVocabulary, Uuid } from '#runtime';
import { Device } from '../device.entity.js';
import { DeviceSpecsInput } from '../device-specs.js';
import { CorrectDevice, type DeviceCorrection } from './correct-device.js';

@InputType({ description: 'A mistake in a device’s record, and what is right.' })
export class CorrectDeviceInput implements DeviceCorrection {
  @Field(() => Uuid, { description: 'The device.' })
  id: string;

  @Field(() => GraphQLVocabulary.EquipmentType, { nullable: true, description: 'The kind it really is.' })
  type?: EquipmentType | null;

  @Field(() => GraphQLVocabulary.Grade, { nullable: true, description: 'The grade it really had.' })
  grade?: Grade | null;

  @Field(() => DeviceSpecsInput, {
    nullable: true,
    description: 'What it really holds; the grade is not computed again.',
  })
  specs?: DeviceSpecsInput | null;

  @Field(() => String, { description: 'Why, 3–500 characters.' })
  reason: string;

  @Field(() => Int, { nullable: true, description: 'Version you read; refused when it changed meanwhile.' })
  expectedVersion?: number | null;
}

@Resolver()
export class CorrectDeviceResolver {
  constructor(private readonly correctDevice: CorrectDevice) {}

  @Mutation(() => Device, {
    name: 'correctDevice',
    description:
      'Mends a mistake in a device’s record; the figures of the day it came in follow. Sales keep what they were made of. Refuses NOTHING_TO_CORRECT, REASON_REQUIRED, SPEC_OUT_OF_RANGE, CHANGED_MEANWHILE.',
  })
  @Allow(Permission.HandleDevices)
  correct(@Args('input') input: CorrectDeviceInput, @CurrentActor() actor: Actor): Promise<Device> {
    return this.correctDevice.execute(input, actor);
  }
}
