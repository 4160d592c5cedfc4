import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Donation, type LotDescription } from '../donation.entity.js';
import { type Gift, ReceiveDonation } from './receive-donation.js';

@InputType({ description: 'A part of a donation that is handled together.' })
export class LotInput implements LotDescription {
  @Field(() => String, { description: 'What it holds, 2–120 characters.' })
  label: string;

  @Field(() => Int, { description: 'How many devices the donor announced, 0–10 000.' })
  expected: number;

  @Field(() => Int, { description: 'What it weighs, in grams.' })
  weightGrams: number;
}

@InputType({ description: 'What a donor gave.' })
export class ReceiveDonationInput implements Gift {
  @Field(() => String, { nullable: true, description: 'Branch that receives it; yours when you have one only.' })
  branch?: string | null;

  @Field(() => Uuid, { description: 'Who gave it.' })
  donorId: string;

  @Field(() => [LotInput], { description: 'Its lots, 1–20.' })
  lots: LotInput[];
}

@Resolver()
export class ReceiveDonationResolver {
  constructor(private readonly receiveDonation: ReceiveDonation) {}

  @Mutation(() => Donation, {
    name: 'receiveDonation',
    description:
      'Takes a donation in and gives each lot its code; devices are then received into the lots. Refuses NOT_YET_KNOWN, NOT_FOUND, DONOR_FORGOTTEN, LOTS_COUNT, TEXT_LENGTH, QUANTITY_OUT_OF_RANGE, WEIGHT_OUT_OF_RANGE.',
  })
  @Allow(Permission.HandleDevices)
  receive(@Args('input') input: ReceiveDonationInput, @CurrentActor() actor: Actor): Promise<Donation> {
    return this.receiveDonation.execute(input, actor);
  }
}
