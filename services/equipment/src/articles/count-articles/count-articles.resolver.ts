import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Article } from '../article.entity.js';
import { CountArticles } from './count-articles.js';

@InputType({ description: 'What the shelf really holds.' })
export class CountArticlesInput {
  @Field(() => Uuid, { description: 'The article.' })
  id: string;

  @Field(() => Int, { description: 'How many were counted, 0–10 000.' })
  quantity: number;

  @Field(() => String, { description: 'Why it differs, 3–500 characters.' })
  reason: string;
}

@Resolver()
export class CountArticlesResolver {
  constructor(private readonly countArticles: CountArticles) {}

  @Mutation(() => Article, {
    name: 'countArticles',
    description: 'Mends the stock of an article after counting. Refuses QUANTITY_OUT_OF_RANGE, REASON_REQUIRED.',
  })
  @Allow(Permission.HandleDevices)
  count(@Args('input') input: CountArticlesInput, @CurrentActor() actor: Actor): Promise<Article> {
    return this.countArticles.execute(input, actor);
  }
}
