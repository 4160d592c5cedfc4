import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { MissingOutcome } from '#events';
import { GraphQLVocabulary, Uuid } from '#runtime';
import { EquipmentTransfer } from '../transfer.entity.js';
import { ExplainMissingDevice, type Explanation } from './explain-missing-device.js';

@InputType({ description: 'What became of a device that did not arrive.' })
export class ExplainMissingDeviceInput implements Explanation {
  @Field(() => Uuid, { description: 'The transfer.' })
  id: string;

  @Field(() => String, { description: 'Its tag.' })
  tag: string;

  @Field(() => GraphQLVocabulary.MissingOutcome, { description: 'What became of it.' })
  outcome: MissingOutcome;

  @Field(() => String, { description: 'Why it is thought so, 3–500 characters.' })
  reason: string;
}

@Resolver()
export class ExplainMissingDeviceResolver {
  constructor(private readonly explainMissingDevice: ExplainMissingDevice) {}

  @Mutation(() => EquipmentTransfer, {
    name: 'explainMissingDevice',
    description:
      'Says what became of a missing device; the coordination approves it. Refuses TRANSFER_STEP_NOT_ALLOWED, NOT_MISSING, TAG_MALFORMED, REASON_REQUIRED.',
  })
  @Allow(Permission.AgreeTransfers)
  explain(@Args('input') input: ExplainMissingDeviceInput, @CurrentActor() actor: Actor): Promise<EquipmentTransfer> {
    return this.explainMissingDevice.execute(input, actor);
  }
}
