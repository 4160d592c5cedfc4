import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { WasteRemoval } from '../waste-removal.entity.js';
import { type Removal, RemoveWaste } from './remove-waste.js';

@InputType({ description: 'Electronic waste that a collector took away.' })
export class RemoveWasteInput implements Removal {
  @Field(() => String, { nullable: true, description: 'Branch it left; yours when you have one only.' })
  branch?: string | null;

  @Field(() => [String], { description: 'Tags of the devices in it, as scanned, at most 200; empty for loose parts.' })
  tags: string[];

  @Field(() => String, { description: 'The organisation that took it away, 2–120 characters.' })
  collector: string;

  @Field(() => String, { description: 'Number of the tracking slip, 2–60 characters, once in a branch.' })
  slip: string;

  @Field(() => Int, { description: 'What it weighed, in grams.' })
  weightGrams: number;
}

@Resolver()
export class RemoveWasteResolver {
  constructor(private readonly removeWaste: RemoveWaste) {}

  @Mutation(() => WasteRemoval, {
    name: 'removeWaste',
    description:
      'Notes electronic waste that left; its devices can never be repaired again. Refuses TAG_MALFORMED, NOT_FOUND, NOT_WASTE, ALREADY_REMOVED, WASTE_TAGS, SLIP_TAKEN, TEXT_LENGTH, WEIGHT_OUT_OF_RANGE.',
  })
  @Allow(Permission.HandleDevices)
  remove(@Args('input') input: RemoveWasteInput, @CurrentActor() actor: Actor): Promise<WasteRemoval> {
    return this.removeWaste.execute(input, actor);
  }
}
