import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Page } from '#persistence';

/** A GraphQL page type of these rows: `items` and the cursor of the next page. */
export function pageTypeOf<R>(Item: Type<R>, name: string): Type<Page<R>> {
  @ObjectType(name, { description: 'One page of a list; ask for the next with `after: endCursor`.' })
  class PageOfItems implements Page<R> {
    @Field(() => [Item], { description: 'The rows, in the order of the list.' })
    items: R[];

    @Field(() => String, { nullable: true, description: 'Where the next page begins; null when there is none.' })
    endCursor: string | null;
  }
  return PageOfItems;
}
