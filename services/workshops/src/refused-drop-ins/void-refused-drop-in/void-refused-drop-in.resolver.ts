import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { RefusedDropIn } from '../refused-drop-in.entity.js';
import { VoidRefusedDropIn } from './void-refused-drop-in.js';

@InputType({ description: 'A refused passage noted by mistake.' })
export class VoidRefusedDropInInput {
  @Field(() => Uuid, { description: 'The refused passage.' })
  refusedDropInId: string;

  @Field(() => String, { description: 'Why, 3–500 characters.' })
  reason: string;
}

@Resolver()
export class VoidRefusedDropInResolver {
  constructor(private readonly voidRefusedDropIn: VoidRefusedDropIn) {}

  @Mutation(() => RefusedDropIn, {
    name: 'voidRefusedDropIn',
    description: 'Takes a refused passage back. Refuses ACT_VOIDED, REASON_REQUIRED, NOT_FOUND.',
  })
  @Allow(Permission.RecordDropIn)
  void(@Args('input') input: VoidRefusedDropInInput, @CurrentActor() actor: Actor): Promise<RefusedDropIn> {
    return this.voidRefusedDropIn.execute(input, actor);
  }
}
