import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { EquipmentTransfer } from '../transfer.entity.js';
import { type Arrival, ScanTransferredDevice } from './scan-transferred-device.js';

@InputType({ description: 'A device that is unpacked.' })
export class ScanTransferredDeviceInput implements Arrival {
  @Field(() => Uuid, { description: 'The transfer.' })
  id: string;

  @Field(() => String, { description: 'Its tag, as scanned.' })
  tag: string;
}

@Resolver()
export class ScanTransferredDeviceResolver {
  constructor(private readonly scanTransferredDevice: ScanTransferredDevice) {}

  @Mutation(() => EquipmentTransfer, {
    name: 'scanTransferredDevice',
    description:
      'Takes a device of a transfer in; the last one closes the transfer. Refuses TAG_MALFORMED, TAG_NOT_EXPECTED, ALREADY_ARRIVED, TRANSFER_STEP_NOT_ALLOWED.',
  })
  @Allow(Permission.HandleDevices)
  scan(@Args('input') input: ScanTransferredDeviceInput, @CurrentActor() actor: Actor): Promise<EquipmentTransfer> {
    return this.scanTransferredDevice.execute(input, actor);
  }
}
