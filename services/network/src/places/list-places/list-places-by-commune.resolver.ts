import { Args, Field, Float, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database } from '#persistence';
import { Place } from '../place.entity.js';
import { choosePlaces, PlaceChoice } from '../place-choice.js';

/** What a map of the country can show without its dots becoming a carpet. */
const MOST_COMMUNES = 1_000;

@ObjectType({ description: 'How many places a commune has, and where about they are.' })
export class CommunePlaces {
  @Field(() => String, { nullable: true, description: 'INSEE code; null when none was given and none was found.' })
  communeCode: string | null;

  @Field(() => String, { description: 'Name of the commune, as its places write it.' })
  commune: string;

  @Field(() => Int, { description: 'Its places.' })
  places: number;

  @Field(() => Float, { nullable: true, description: 'Mean latitude of its places, WGS 84; null when none is known.' })
  latitude: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean longitude of its places, WGS 84; null when none is known.' })
  longitude: number | null;
}

@Resolver()
export class ListPlacesByCommuneResolver {
  constructor(private readonly db: Database) {}

  @Query(() => [CommunePlaces], {
    name: 'placesByCommune',
    description: `The same places as \`places\` lists, counted by commune, most first; at most ${MOST_COMMUNES} communes.`,
  })
  @Allow(Permission.ReadPlaces)
  count(@Args() choice: PlaceChoice, @CurrentActor() actor: Actor): Promise<CommunePlaces[]> {
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Place, 'p')
        .select('p.communeCode', 'communeCode')
        .addSelect('min(p.commune)', 'commune')
        .addSelect('count(*)::int', 'places')
        .addSelect('avg(p.latitude)::float8', 'latitude')
        .addSelect('avg(p.longitude)::float8', 'longitude')
        .where('NOT p.retired')
        // Without a code two communes of one name would become one: the written name and postcode keep them apart.
        .groupBy('p.communeCode')
        .addGroupBy(`CASE WHEN p.communeCode IS NULL THEN p.commune || ' ' || p.postcode END`)
        .orderBy('count(*)', 'DESC')
        .addOrderBy('min(p.commune)')
        .limit(MOST_COMMUNES);
      choosePlaces(query, choice);
      return query.getRawMany<CommunePlaces>();
    });
  }
}
