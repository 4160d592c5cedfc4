import {
  Args,
  ArgsType,
  Context,
  Field,
  Int,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { In } from 'typeorm';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { pageTypeOf } from '#runtime';
import { Branch } from '../../branches/branch.entity.js';
import { type LoaderContext, loadOne } from '../../reference-loader.js';
import { searchPatterns } from '../../search-text.js';
import { Place } from '../place.entity.js';
import { GraphQLPlaceWords, type PlaceWord } from '../standard/place-words.js';
import { filledFields } from '../standard/write-standard-row.js';

@ObjectType({ description: 'A page of places.' })
export class PlacePage extends pageTypeOf(Place, 'PlacePageRows') {}

@ArgsType()
export class PlaceFilter {
  @Field(() => String, { nullable: true, description: 'Only places kept by this branch.' })
  branch?: string | null;

  @Field(() => String, { nullable: true, description: 'Only places of this commune (INSEE code).' })
  communeCode?: string | null;

  @Field(() => GraphQLPlaceWords.PlaceService, { nullable: true, description: 'Only places that offer this.' })
  service?: PlaceWord<'PlaceService'> | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words of name, commune, postcode or address; accents and order do not matter.',
  })
  text?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Retired places too.' })
  retired: boolean;

  @Field(() => Int, { defaultValue: 50, description: 'Rows wanted, 1–100.' })
  first: number;

  @Field(() => String, { nullable: true, description: '`endCursor` of the page before.' })
  after?: string | null;
}

@Resolver(() => Place)
export class ListPlacesResolver {
  constructor(private readonly db: Database) {}

  @Query(() => PlacePage, { name: 'places', description: 'The directory of places of the whole network, by name.' })
  @Allow(Permission.ReadPlaces)
  list(@Args() filter: PlaceFilter, @CurrentActor() actor: Actor): Promise<Page<Place>> {
    const size = pageSize(filter.first);
    const cursor = decodeCursor(filter.after, 'text', 'uuid');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Place, 'p')
        .orderBy('p.name')
        .addOrderBy('p.id')
        .limit(size + 1);
      if (!filter.retired) query.andWhere('NOT p.retired');
      if (filter.branch) query.andWhere('p.branch = :branch', { branch: filter.branch });
      if (filter.communeCode) query.andWhere('p.communeCode = :commune', { commune: filter.communeCode });
      if (filter.service) query.andWhere(':service = ANY (p.services)', { service: filter.service });
      const patterns = searchPatterns(filter.text);
      if (patterns.length > 0) query.andWhere('p.search LIKE ALL (:patterns)', { patterns });
      if (cursor) query.andWhere('(p.name, p.id) > (:name, :id)', { name: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, (place) => [place.name, place.id]);
    });
  }

  @ResolveField(() => Branch, {
    name: 'branch',
    nullable: true,
    description: 'The branch that keeps it; none = the network.',
  })
  @Allow(ANYONE_SIGNED_IN)
  async branch(
    @Parent() place: Place,
    @Context() context: LoaderContext,
    @CurrentActor() actor: Actor,
  ): Promise<Branch | null> {
    if (place.branch === null) return null;
    return loadOne(context, 'branch', place.branch, async (codes) => {
      const branches = await this.db.read(actor, (tx) => tx.findBy(Branch, { id: In([...codes]) }));
      return new Map(branches.map((branch) => [branch.id, branch]));
    });
  }

  @ResolveField(() => Int, { name: 'filledFields', description: 'How many of the standard’s 32 fields say something.' })
  @Allow(ANYONE_SIGNED_IN)
  filled(@Parent() place: Place): number {
    return filledFields(place);
  }
}
