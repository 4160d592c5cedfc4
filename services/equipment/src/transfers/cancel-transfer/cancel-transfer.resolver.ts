import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { EquipmentTransfer } from '../transfer.entity.js';
import { CancelTransfer, type TransferCancellation } from './cancel-transfer.js';

@InputType({ description: 'A request that is no longer wanted, and why.' })
export class CancelTransferInput implements TransferCancellation {
  @Field(() => Uuid, { description: 'The transfer.' })
  id: string;

  @Field(() => String, { description: 'Why, 3–500 characters.' })
  reason: string;

  @Field(() => Int, { nullable: true, description: 'Version you read; refused when it changed meanwhile.' })
  expectedVersion?: number | null;
}

@Resolver()
export class CancelTransferResolver {
  constructor(private readonly cancelTransfer: CancelTransfer) {}

  @Mutation(() => EquipmentTransfer, {
    name: 'cancelTransfer',
    description:
      'Takes a request back before anything has left. Refuses TRANSFER_STEP_NOT_ALLOWED, REASON_REQUIRED, CHANGED_MEANWHILE.',
  })
  @Allow(Permission.AgreeTransfers)
  cancel(@Args('input') input: CancelTransferInput, @CurrentActor() actor: Actor): Promise<EquipmentTransfer> {
    return this.cancelTransfer.execute(input, actor);
  }
}
