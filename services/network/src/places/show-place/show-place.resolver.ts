import { Args, Context, Parent, Query, ResolveReference, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Database } from '#persistence';
import { loaderOf, type RequestContext, Uuid } from '#runtime';
import { Place } from '../place.entity.js';

@Resolver(() => Place)
export class ShowPlaceResolver {
  constructor(private readonly db: Database) {}

  @Query(() => Place, { name: 'place', description: 'One place of the directory. Refuses NOT_FOUND.' })
  @Allow(Permission.ReadPlaces)
  async show(
    @Args('id', { type: () => Uuid, description: 'The place.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Place> {
    const place = await this.db.read(actor, (tx) => tx.findOneBy(Place, { id }));
    if (!place) throw NOT_FOUND({ what: 'Lieu', whatEn: 'Place' }, 'id');
    return place;
  }

  @ResolveReference()
  @Allow(Permission.ReadPlaces)
  resolve(
    @Parent() reference: { id: string },
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<Place | null> {
    const load = async (ids: readonly string[]) => {
      const places = await this.db.read(actor, (tx) => tx.findBy(Place, { id: In([...ids]) }));
      return new Map(places.map((place) => [place.id, place]));
    };
    return loaderOf<Place | null>(context, 'place', load, null).load(reference.id);
  }
}
