import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { SupportAct } from '../support-act.entity.js';
import { VoidSupportAct } from './void-support-act.js';

@InputType({ description: 'A drop-in recorded by mistake.' })
export class VoidSupportActInput {
  @Field(() => Uuid, { description: 'The act.' })
  supportActId: string;

  @Field(() => String, { description: 'Why, 3–500 characters.' })
  reason: string;
}

@Resolver()
export class VoidSupportActResolver {
  constructor(private readonly voidSupportAct: VoidSupportAct) {}

  @Mutation(() => SupportAct, {
    name: 'voidSupportAct',
    description: 'Takes a drop-in back. Refuses ACT_VOIDED, ACT_OF_SESSION, REASON_REQUIRED, NOT_FOUND.',
  })
  @Allow(Permission.RecordDropIn)
  void(@Args('input') input: VoidSupportActInput, @CurrentActor() actor: Actor): Promise<SupportAct> {
    return this.voidSupportAct.execute(input, actor);
  }
}
