import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow, ANYONE_SIGNED_IN } from '#access';
import { pageSize } from '#persistence';
import { Commune, communeOf, findCommunes } from '../communes.js';

const MOST = 100;

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

  @Query(() => [Commune], {
    name: 'communesByCode',
    description: 'Communes with these INSEE codes, at most 100, in the order asked; codes of none are left out.',
  })
  @Allow(ANYONE_SIGNED_IN)
  named(@Args('codes', { type: () => [String], description: 'INSEE codes.' }) codes: string[]): Commune[] {
    return codes.slice(0, MOST).flatMap((code) => communeOf(code) ?? []);
  }
}
