import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Article } from '../article.entity.js';
import { SetReorderLevel } from './set-reorder-level.js';

@InputType({ description: 'Below how many an article is short.' })
export class SetReorderLevelInput {
  @Field(() => Uuid, { description: 'The article.' })
  id: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The level, 1–10 000; left out, the article is not watched any more.',
  })
  level?: number | null;
}

@Resolver()
export class SetReorderLevelResolver {
  constructor(private readonly setReorderLevel: SetReorderLevel) {}

  @Mutation(() => Article, {
    name: 'setReorderLevel',
    description:
      'Says below how many an article of a branch is to be ordered. Refuses NOT_FOUND, QUANTITY_OUT_OF_RANGE.',
  })
  @Allow(Permission.HandleDevices)
  set(@Args('input') input: SetReorderLevelInput, @CurrentActor() actor: Actor): Promise<Article> {
    return this.setReorderLevel.execute(input, actor);
  }
}
