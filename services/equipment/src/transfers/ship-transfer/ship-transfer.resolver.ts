import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { EquipmentTransfer } from '../transfer.entity.js';
import { type Shipment, ShipTransfer } from './ship-transfer.js';

@InputType({ description: 'What is packed, as scanned.' })
export class ShipTransferInput implements Shipment {
  @Field(() => Uuid, { description: 'The transfer.' })
  id: string;

  @Field(() => [String], { description: 'Tags of all that leaves, as scanned: a transfer leaves once.' })
  tags: string[];

  @Field(() => Int, { nullable: true, description: 'Version you read; refused when it changed meanwhile.' })
  expectedVersion?: number | null;
}

@Resolver()
export class ShipTransferResolver {
  constructor(private readonly shipTransfer: ShipTransfer) {}

  @Mutation(() => EquipmentTransfer, {
    name: 'shipTransfer',
    description:
      'Sends the devices off; until they are scanned by the other branch nobody can sell, reserve or lend them. Refuses TRANSFER_STEP_NOT_ALLOWED, TAGS_NEEDED, TAG_MALFORMED, NOT_FOUND, DEVICE_UNDER_WAY, DEVICE_NOT_SHIPPABLE, NOT_AS_ACCEPTED, CHANGED_MEANWHILE.',
  })
  @Allow(Permission.HandleDevices)
  ship(@Args('input') input: ShipTransferInput, @CurrentActor() actor: Actor): Promise<EquipmentTransfer> {
    return this.shipTransfer.execute(input, actor);
  }
}
