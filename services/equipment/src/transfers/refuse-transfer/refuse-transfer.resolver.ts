import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { EquipmentTransfer } from '../transfer.entity.js';
import { RefuseTransfer, type TransferRefusal } from './refuse-transfer.js';

@InputType({ description: 'A request that is not granted, and why.' })
export class RefuseTransferInput implements TransferRefusal {
  @Field(() => Uuid, { description: 'The transfer.' })
  id: string;

  @Field(() => String, { description: 'Why, 3–500 characters.' })
  reason: string;

  @Field(() => Int, { nullable: true, description: 'Version you read; refused when it changed meanwhile.' })
  expectedVersion?: number | null;
}

@Resolver()
export class RefuseTransferResolver {
  constructor(private readonly refuseTransfer: RefuseTransfer) {}

  @Mutation(() => EquipmentTransfer, {
    name: 'refuseTransfer',
    description:
      'Refuses a request, with a reason. Refuses TRANSFER_STEP_NOT_ALLOWED, REASON_REQUIRED, CHANGED_MEANWHILE.',
  })
  @Allow(Permission.AgreeTransfers)
  refuse(@Args('input') input: RefuseTransferInput, @CurrentActor() actor: Actor): Promise<EquipmentTransfer> {
    return this.refuseTransfer.execute(input, actor);
  }
}
