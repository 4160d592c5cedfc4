import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { EquipmentTransfer } from '../transfer.entity.js';
import { CloseTransfer, type TransferClosing } from './close-transfer.js';

@InputType({ description: 'A transfer of which nothing more will be scanned.' })
export class CloseTransferInput implements TransferClosing {
  @Field(() => Uuid, { description: 'The transfer.' })
  id: string;

  @Field(() => Int, { nullable: true, description: 'Version you read; refused when it changed meanwhile.' })
  expectedVersion?: number | null;
}

@Resolver()
export class CloseTransferResolver {
  constructor(private readonly closeTransfer: CloseTransfer) {}

  @Mutation(() => EquipmentTransfer, {
    name: 'closeTransfer',
    description:
      'Says that nothing more came: what was not scanned is missing. Refuses TRANSFER_STEP_NOT_ALLOWED, CHANGED_MEANWHILE.',
  })
  @Allow(Permission.HandleDevices)
  close(@Args('input') input: CloseTransferInput, @CurrentActor() actor: Actor): Promise<EquipmentTransfer> {
    return this.closeTransfer.execute(input, actor);
  }
}
