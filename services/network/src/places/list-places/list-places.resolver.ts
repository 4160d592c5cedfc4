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
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { pageTypeOf, type RequestContext } from '#runtime';
import { Branch } from '../../branches/branch.entity.js';
import { loadBranch } from '../../branches/load-branch.js';
import { gapsOf, PlaceGap } from '../gaps.js';
import { Place } from '../place.entity.js';
import { choosePlaces, PlaceChoice } from '../place-choice.js';
import { filledFields } from '../standard/write-standard-row.js';

@ObjectType({ description: 'A page of places.' })
export class PlacePage extends pageTypeOf(Place, 'PlacePageRows') {}

@ArgsType()
export class PlaceFilter extends PlaceChoice {
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
      choosePlaces(query, filter);
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
  branch(
    @Parent() place: Place,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<Branch | null> {
    return loadBranch(this.db, actor, context, place.branch);
  }

  @ResolveField(() => Int, { name: 'filledFields', description: 'How many of the standard’s 32 fields say something.' })
  @Allow(ANYONE_SIGNED_IN)
  filled(@Parent() place: Place): number {
    return filledFields(place);
  }

  @ResolveField(() => [PlaceGap], {
    name: 'gaps',
    description: 'What somebody looking for help does not find in its record; empty = complete.',
  })
  @Allow(ANYONE_SIGNED_IN)
  gaps(@Parent() place: Place): PlaceGap[] {
    return gapsOf(place);
  }
}
