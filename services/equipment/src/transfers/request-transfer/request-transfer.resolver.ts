import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { EquipmentType, Grade } from '#events';
import { GraphQLVocabulary } from '#runtime';
import { EquipmentTransfer } from '../transfer.entity.js';
import { RequestTransfer, type TransferWish, type Wish } from './request-transfer.js';

@InputType({ description: 'So many devices of a type and grade, or one device by its tag.' })
export class TransferLineInput implements Wish {
  @Field(() => GraphQLVocabulary.EquipmentType, {
    nullable: true,
    description: 'Kind of device, with a grade and a count.',
  })
  type?: EquipmentType | null;

  @Field(() => GraphQLVocabulary.Grade, { nullable: true, description: 'Grade wanted.' })
  grade?: Grade | null;

  @Field(() => Int, { nullable: true, description: 'How many, 1–100.' })
  count?: number | null;

  @Field(() => String, { nullable: true, description: 'The tag of one device, instead of the three others.' })
  tag?: string | null;
}

@InputType({ description: 'What a branch asks another for.' })
export class RequestTransferInput implements TransferWish {
  @Field(() => String, { nullable: true, description: 'Branch that asks; yours when you have one only.' })
  branch?: string | null;

  @Field(() => String, { description: 'Code of the branch that is asked.' })
  from: string;

  @Field(() => [TransferLineInput], { description: 'What is asked for, 1–20 lines.' })
  lines: TransferLineInput[];
}

@Resolver()
export class RequestTransferResolver {
  constructor(private readonly requestTransfer: RequestTransfer) {}

  @Mutation(() => EquipmentTransfer, {
    name: 'requestTransfer',
    description:
      'Asks another branch for devices. Refuses TRANSFER_TO_ITSELF, TRANSFER_LINES, TAG_MALFORMED, NOT_YET_KNOWN.',
  })
  @Allow(Permission.AgreeTransfers)
  request(@Args('input') input: RequestTransferInput, @CurrentActor() actor: Actor): Promise<EquipmentTransfer> {
    return this.requestTransfer.execute(input, actor);
  }
}
