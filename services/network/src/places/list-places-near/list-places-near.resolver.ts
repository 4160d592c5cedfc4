import { Args, Field, Float, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Database, pageSize } from '#persistence';
import { Branch } from '../../branches/branch.entity.js';
import { Place } from '../place.entity.js';
import { boxAround, distanceKm } from './distance.js';

/** How far somebody can be sent instead. */
const NEAR_KM = 10;

@ObjectType({ description: 'A place near a branch.' })
export class PlaceNear {
  @Field(() => Place, { description: 'The place.' })
  place: Place;

  @Field(() => Float, { description: 'Kilometres from the branch, as the crow flies, to a tenth.' })
  distanceKm: number;
}

@Resolver()
export class ListPlacesNearResolver {
  constructor(private readonly db: Database) {}

  @Query(() => [PlaceNear], {
    name: 'placesNear',
    description: `Places in use within ${NEAR_KM} km of a branch that the branch does not keep itself, nearest first: where somebody may be sent instead. Refuses NOT_FOUND, PAGE_SIZE.`,
  })
  @Allow(Permission.ReadPlaces)
  near(
    @Args('branch', { type: () => String, description: 'The branch’s code.' }) code: string,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'Places wanted, 1–100.' }) first: number,
    @CurrentActor() actor: Actor,
  ): Promise<PlaceNear[]> {
    const size = pageSize(first);
    return this.db.read(actor, async (tx) => {
      const branch = await tx.findOneBy(Branch, { id: code });
      if (!branch) throw NOT_FOUND({ what: 'Antenne', whatEn: 'Branch' }, 'branch');
      const { low, high } = boxAround(branch, NEAR_KM);
      const inBox = await tx
        .createQueryBuilder(Place, 'p')
        .where('NOT p.retired AND p.branch IS DISTINCT FROM :code', { code })
        .andWhere('p.latitude BETWEEN :south AND :north', { south: low.latitude, north: high.latitude })
        .andWhere('p.longitude BETWEEN :west AND :east', { west: low.longitude, east: high.longitude })
        .getMany();
      return inBox
        .map((place) => ({ place, km: distanceKm(branch, pointOf(place)) }))
        .filter(({ km }) => km <= NEAR_KM)
        .sort((a, b) => a.km - b.km || (a.place.id < b.place.id ? -1 : 1))
        .slice(0, size)
        .map(({ place, km }) => ({ place, distanceKm: Math.round(km * 10) / 10 }));
    });
  }
}

const pointOf = ({ latitude, longitude }: Place) => ({ latitude: Number(latitude), longitude: Number(longitude) });
