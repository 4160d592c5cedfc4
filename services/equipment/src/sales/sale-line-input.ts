import { Field, InputType, Int } from '@nestjs/graphql';
import { Uuid } from '#runtime';
import type { LineWish } from './sell-lines.js';

@InputType({ description: 'A device by its tag, or a quantity of an article.' })
export class SaleLineInput implements LineWish {
  @Field(() => String, { nullable: true, description: 'Tag of the device, as scanned.' })
  tag?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The article.' })
  articleId?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many of the article; 1 when left out.' })
  quantity?: number | null;
}
