import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { ActInput, describeAct } from '../act-input.js';
import { SupportAct } from '../support-act.entity.js';
import { CorrectSupportAct } from './correct-support-act.js';

@InputType({ description: 'A drop-in as it should have been recorded.' })
export class CorrectSupportActInput extends ActInput {
  @Field(() => Uuid, { description: 'The act.' })
  supportActId: string;

  @Field(() => String, { description: 'Why, 3–500 characters.' })
  reason: string;
}

@Resolver()
export class CorrectSupportActResolver {
  constructor(private readonly correctSupportAct: CorrectSupportAct) {}

  @Mutation(() => SupportAct, {
    name: 'correctSupportAct',
    description:
      'Mends a drop-in or attaches it to a person. Refuses ACT_VOIDED, ACT_OF_SESSION, REASON_REQUIRED, what recordDropIn refuses, NOT_FOUND.',
  })
  @Allow(Permission.RecordDropIn)
  correct(@Args('input') input: CorrectSupportActInput, @CurrentActor() actor: Actor): Promise<SupportAct> {
    return this.correctSupportAct.execute(
      { ...describeAct(input), supportActId: input.supportActId, reason: input.reason },
      actor,
    );
  }
}
