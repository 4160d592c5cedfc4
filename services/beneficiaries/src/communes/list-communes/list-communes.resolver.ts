import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow, ANYONE_SIGNED_IN } from '#access';
import { pageSize } from '#persistence';
import { Commune, findCommunes } from '../communes.js';

@Resolver(() => Commune)
export class ListCommunesResolver {
  @Query(() => [Commune], {
    name: 'communes',
    description: 'Communes whose name or postcode begins with the text (from two characters), the largest first.',
  })
  @Allow(ANYONE_SIGNED_IN)
  list(
    @Args('text', { type: () => String, description: 'Name or postcode, or the beginning of one.' }) text: string,
    @Args('first', { type: () => Int, defaultValue: 10, description: 'Rows wanted, 1–100.' }) first: number,
  ): Commune[] {
    return findCommunes(text, pageSize(first));
  }
}
