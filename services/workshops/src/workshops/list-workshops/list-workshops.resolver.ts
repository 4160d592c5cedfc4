import { Args, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, ANYONE_SIGNED_IN, branchOf, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { pageTypeOf } from '#runtime';
import { BranchReference } from '../../references.js';
import { Workshop } from '../workshop.entity.js';

@ObjectType({ description: 'A page of workshops.' })
export class WorkshopPage extends pageTypeOf(Workshop, 'WorkshopPageRows') {}

@Resolver(() => Workshop)
export class ListWorkshopsResolver {
  constructor(private readonly db: Database) {}

  @Query(() => WorkshopPage, {
    name: 'workshops',
    description: 'Workshops of a branch by title; retired ones left out.',
  })
  @Allow(Permission.ReadSessions)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    branch: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<Workshop>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'text', 'uuid');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Workshop, 'w')
        .where('w.branch = :branch AND NOT w.retired', { branch: branchOf(actor, branch) })
        .orderBy('w.title')
        .addOrderBy('w.id')
        .limit(size + 1);
      if (cursor) query.andWhere('(w.title, w.id) > (:title, :id)', { title: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, (workshop) => [workshop.title, workshop.id]);
    });
  }

  @ResolveField(() => BranchReference, { name: 'branch', description: 'The branch it belongs to.' })
  @Allow(ANYONE_SIGNED_IN)
  branch(@Parent() workshop: Workshop): BranchReference {
    return { code: workshop.branch };
  }
}
