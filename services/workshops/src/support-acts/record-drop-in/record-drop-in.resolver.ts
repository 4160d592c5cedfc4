import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { DateTime } from '#runtime';
import { ActInput, describeAct } from '../act-input.js';
import { SupportAct } from '../support-act.entity.js';
import { RecordDropIn } from './record-drop-in.js';

@InputType({ description: 'Somebody helped at a drop-in.' })
export class RecordDropInInput extends ActInput {
  @Field(() => String, { nullable: true, description: 'Branch code; yours when you have one only.' })
  branch?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it happened; now when left out. Not in the future, nor more than a year ago.',
  })
  occurredAt?: Date | null;
}

@Resolver()
export class RecordDropInResolver {
  constructor(private readonly recordDropIn: RecordDropIn) {}

  @Mutation(() => SupportAct, {
    name: 'recordDropIn',
    description:
      'Counts one support act of a drop-in. Refuses ACT_MINUTES, ACT_THEMES, ADMINISTRATIVE_THEME_ALONE, ACT_IN_FUTURE, ACT_TOO_OLD, NOT_YET_KNOWN.',
  })
  @Allow(Permission.RecordDropIn)
  record(@Args('input') input: RecordDropInInput, @CurrentActor() actor: Actor): Promise<SupportAct> {
    return this.recordDropIn.execute(
      { ...describeAct(input), branch: input.branch, occurredAt: input.occurredAt },
      actor,
    );
  }
}
