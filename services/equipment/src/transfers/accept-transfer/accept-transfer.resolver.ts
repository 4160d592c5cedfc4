import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { EquipmentTransfer } from '../transfer.entity.js';
import { type Acceptance, AcceptTransfer } from './accept-transfer.js';

@InputType({ description: 'How many of each line will be sent.' })
export class AcceptTransferInput implements Acceptance {
  @Field(() => Uuid, { description: 'The transfer.' })
  id: string;

  @Field(() => [Int], { description: 'How many of each line, in the order of the lines; 0 for none of it.' })
  accepted: number[];

  @Field(() => Int, { nullable: true, description: 'Version you read; refused when it changed meanwhile.' })
  expectedVersion?: number | null;
}

@Resolver()
export class AcceptTransferResolver {
  constructor(private readonly acceptTransfer: AcceptTransfer) {}

  @Mutation(() => EquipmentTransfer, {
    name: 'acceptTransfer',
    description:
      'Says how much of a request will be sent. Refuses TRANSFER_STEP_NOT_ALLOWED, ACCEPTED_OUT_OF_RANGE, NOTHING_ACCEPTED, CHANGED_MEANWHILE.',
  })
  @Allow(Permission.AgreeTransfers)
  accept(@Args('input') input: AcceptTransferInput, @CurrentActor() actor: Actor): Promise<EquipmentTransfer> {
    return this.acceptTransfer.execute(input, actor);
  }
}
