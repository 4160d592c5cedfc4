import { Args, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, ANYONE_SIGNED_IN, branchOf, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { pageTypeOf } from '#runtime';
import { BranchReference } from '../../references.js';
import { WasteRemoval } from '../waste-removal.entity.js';

@ObjectType({ description: 'A page of waste removals.' })
export class WasteRemovalPage extends pageTypeOf(WasteRemoval, 'WasteRemovalPageRows') {}

@Resolver(() => WasteRemoval)
export class ListWasteResolver {
  constructor(private readonly db: Database) {}

  @Query(() => WasteRemovalPage, { name: 'wasteRemovals', description: 'Waste that left a branch, newest first.' })
  @Allow(Permission.ReadStock)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    branch: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<WasteRemoval>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(WasteRemoval, 'w')
        .where('w.branch = :branch', { branch: branchOf(actor, branch) })
        .orderBy('w.removed_at', 'DESC')
        .addOrderBy('w.id', 'DESC')
        .limit(size + 1);
      if (cursor) query.andWhere('(w.removed_at, w.id) < (:at, :id)', { at: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, (removal) => [removal.removedAt.toISOString(), removal.id]);
    });
  }

  @ResolveField(() => BranchReference, { name: 'branch', description: 'The branch it left.' })
  @Allow(ANYONE_SIGNED_IN)
  branch(@Parent() removal: WasteRemoval): BranchReference {
    return { code: removal.branch };
  }
}
