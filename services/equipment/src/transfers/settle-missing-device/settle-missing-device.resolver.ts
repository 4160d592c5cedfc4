import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { EquipmentTransfer } from '../transfer.entity.js';
import { SettleMissingDevice, type Settlement } from './settle-missing-device.js';

@InputType({ description: 'A missing device whose explanation is approved.' })
export class SettleMissingDeviceInput implements Settlement {
  @Field(() => Uuid, { description: 'The transfer.' })
  id: string;

  @Field(() => String, { description: 'Its tag.' })
  tag: string;
}

@Resolver()
export class SettleMissingDeviceResolver {
  constructor(private readonly settleMissingDevice: SettleMissingDevice) {}

  @Mutation(() => EquipmentTransfer, {
    name: 'settleMissingDevice',
    description:
      'Approves what a branch says became of a missing device, and does it. Refuses TRANSFER_STEP_NOT_ALLOWED, NOT_MISSING, NOTHING_PROPOSED, TAG_MALFORMED.',
  })
  @Allow(Permission.SettleLosses)
  settle(@Args('input') input: SettleMissingDeviceInput, @CurrentActor() actor: Actor): Promise<EquipmentTransfer> {
    return this.settleMissingDevice.execute(input, actor);
  }
}
