import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { EquipmentState } from '#events';
import { GraphQLVocabulary, Uuid } from '#runtime';
import { Device } from '../device.entity.js';
import { type Move, MoveDevice } from './move-device.js';

@InputType({ description: 'Where a device goes next in its life.' })
export class MoveDeviceInput implements Move {
  @Field(() => Uuid, { description: 'The device.' })
  id: string;

  @Field(() => GraphQLVocabulary.EquipmentState, { description: 'One of its `nextStates`.' })
  state: EquipmentState;

  @Field(() => String, { nullable: true, description: 'Kept in its history, up to 500 characters.' })
  reason?: string | null;

  @Field(() => Int, { nullable: true, description: 'Version you read; refused when it changed meanwhile.' })
  expectedVersion?: number | null;
}

@Resolver()
export class MoveDeviceResolver {
  constructor(private readonly moveDevice: MoveDevice) {}

  @Mutation(() => Device, {
    name: 'moveDevice',
    description:
      'Moves a device to a next state of its life. Refuses TRANSITION_NOT_ALLOWED, NOT_GRADED, CHANGED_MEANWHILE.',
  })
  @Allow(Permission.HandleDevices)
  move(@Args('input') input: MoveDeviceInput, @CurrentActor() actor: Actor): Promise<Device> {
    return this.moveDevice.execute(input, actor);
  }
}
