import { Args, Context, Parent, Query, ResolveReference, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Database } from '#persistence';
import { Uuid } from '#runtime';
import { type LoaderContext, loadOne } from '../../reference-loader.js';
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
    @Context() context: LoaderContext,
    @CurrentActor() actor: Actor,
  ): Promise<Place | null> {
    return loadOne(context, 'place', reference.id, async (ids) => {
      const places = await this.db.read(actor, (tx) => tx.findBy(Place, { id: In([...ids]) }));
      return new Map(places.map((place) => [place.id, place]));
    });
  }
}
