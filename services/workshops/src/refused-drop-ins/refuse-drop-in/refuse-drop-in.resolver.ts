import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { MediationTheme } from '#events';
import { DateTime, GraphQLVocabulary, Uuid } from '#runtime';
import { RefusedDropIn } from '../refused-drop-in.entity.js';
import { RefuseDropIn } from './refuse-drop-in.js';

@InputType({ description: 'Somebody who could not be received.' })
export class RefuseDropInInput {
  @Field(() => String, { nullable: true, description: 'Branch code; yours when you have one only.' })
  branch?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it happened; now when left out.' })
  occurredAt?: Date | null;

  @Field(() => Uuid, { nullable: true, description: 'Where.' })
  placeId?: string | null;

  @Field(() => [GraphQLVocabulary.MediationTheme], { nullable: true, description: 'What the person came for.' })
  themes?: MediationTheme[] | null;
}

@Resolver()
export class RefuseDropInResolver {
  constructor(private readonly refuseDropIn: RefuseDropIn) {}

  @Mutation(() => RefusedDropIn, {
    name: 'refuseDropIn',
    description: 'Counts demand that was not met. Refuses ACT_IN_FUTURE, ACT_TOO_OLD, NOT_YET_KNOWN.',
  })
  @Allow(Permission.RecordDropIn)
  refuse(@Args('input') input: RefuseDropInInput, @CurrentActor() actor: Actor): Promise<RefusedDropIn> {
    return this.refuseDropIn.execute(input, actor);
  }
}
