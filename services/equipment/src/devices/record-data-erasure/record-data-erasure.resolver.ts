import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { DataErasureMethod } from '#events';
import { GraphQLVocabulary, Uuid } from '#runtime';
import { Device } from '../device.entity.js';
import { type ErasureDone, RecordDataErasure } from './record-data-erasure.js';

@InputType({ description: 'What was done about the data on a device.' })
export class RecordDataErasureInput implements ErasureDone {
  @Field(() => Uuid, { description: 'The device.' })
  id: string;

  @Field(() => GraphQLVocabulary.DataErasureMethod, { description: 'How its data was removed.' })
  method: DataErasureMethod;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the report or certificate that proves it, up to 120 characters.',
  })
  proof?: string | null;

  @Field(() => Int, { nullable: true, description: 'Version you read; refused when it changed meanwhile.' })
  expectedVersion?: number | null;
}

@Resolver()
export class RecordDataErasureResolver {
  constructor(private readonly recordDataErasure: RecordDataErasure) {}

  @Mutation(() => Device, {
    name: 'recordDataErasure',
    description:
      'Notes that the data on a device was removed, without which it cannot become ready. Refuses NOT_FOUND, ERASURE_NOT_ALLOWED, TEXT_LENGTH, CHANGED_MEANWHILE.',
  })
  @Allow(Permission.HandleDevices)
  record(@Args('input') input: RecordDataErasureInput, @CurrentActor() actor: Actor): Promise<Device> {
    return this.recordDataErasure.execute(input, actor);
  }
}
