import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { ArticleKind } from '#events';
import { GraphQLVocabulary } from '#runtime';
import { Article, type ArticleDescription } from '../article.entity.js';
import { CreateArticle } from './create-article.js';

@InputType({ description: 'An article that the branch will count.' })
export class CreateArticleInput implements ArticleDescription {
  @Field(() => String, { nullable: true, description: 'Branch that sells it; yours when you have one only.' })
  branch?: string | null;

  @Field(() => String, { description: 'Short code, up to 20 characters, unique in the branch.' })
  code: string;

  @Field(() => String, { description: 'What it is called on the receipt, up to 80 characters.' })
  label: string;

  @Field(() => GraphQLVocabulary.ArticleKind, { description: 'Kind of article.' })
  kind: ArticleKind;

  @Field(() => Int, { description: 'What a person pays for one, in cents.' })
  cents: number;

  @Field(() => Int, { nullable: true, description: 'Estimated price of one on the market, in cents.' })
  marketCents?: number | null;

  @Field(() => String, { nullable: true, description: 'Operator of a SIM card or top-up, up to 40 characters.' })
  operator?: string | null;

  @Field(() => Int, { nullable: true, description: 'What one top-up is worth, in cents.' })
  valueCents?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many days a top-up lasts.' })
  validityDays?: number | null;
}

@Resolver()
export class CreateArticleResolver {
  constructor(private readonly createArticle: CreateArticle) {}

  @Mutation(() => Article, {
    name: 'createArticle',
    description:
      'Adds an article to the till of a branch, none in stock. Refuses ARTICLE_CODE_TAKEN, TEXT_LENGTH, MONEY_OUT_OF_RANGE, NOT_CONNECTIVITY, QUANTITY_OUT_OF_RANGE.',
  })
  @Allow(Permission.HandleDevices)
  create(@Args('input') input: CreateArticleInput, @CurrentActor() actor: Actor): Promise<Article> {
    return this.createArticle.execute(input, actor);
  }
}
