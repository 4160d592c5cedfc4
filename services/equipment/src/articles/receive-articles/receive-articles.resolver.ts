import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Article } from '../article.entity.js';
import { ReceiveArticles } from './receive-articles.js';

@InputType({ description: 'Articles that came in.' })
export class ReceiveArticlesInput {
  @Field(() => Uuid, { description: 'The article.' })
  id: string;

  @Field(() => Int, { description: 'How many came in, 1–10 000.' })
  quantity: number;
}

@Resolver()
export class ReceiveArticlesResolver {
  constructor(private readonly receiveArticles: ReceiveArticles) {}

  @Mutation(() => Article, {
    name: 'receiveArticles',
    description: 'Adds what came in to the stock. Refuses QUANTITY_OUT_OF_RANGE.',
  })
  @Allow(Permission.HandleDevices)
  receive(@Args('input') input: ReceiveArticlesInput, @CurrentActor() actor: Actor): Promise<Article> {
    return this.receiveArticles.execute(input, actor);
  }
}
