import { Args, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { BranchState } from '#events';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { GraphQLVocabulary, pageTypeOf } from '#runtime';
import { Branch } from '../branch.entity.js';

@ObjectType({ description: 'A page of branches.' })
export class BranchPage extends pageTypeOf(Branch, 'BranchPageRows') {}

@Resolver(() => Branch)
export class ListBranchesResolver {
  constructor(private readonly db: Database) {}

  @Query(() => BranchPage, { name: 'branches', description: 'Every branch of the network, by city.' })
  @Allow(Permission.ReadBranches)
  list(
    @Args('state', { type: () => GraphQLVocabulary.BranchState, nullable: true, description: 'Only these.' })
    state: BranchState | null,
    @Args('first', { type: () => Int, defaultValue: 100, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<Branch>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'text', 'text');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Branch, 'b')
        .orderBy('b.city')
        .addOrderBy('b.id')
        .limit(size + 1);
      if (state) query.andWhere('b.state = :state', { state });
      if (cursor) query.andWhere('(b.city, b.code) > (:city, :code)', { city: cursor[0], code: cursor[1] });
      return pageOf(await query.getMany(), size, (branch) => [branch.city, branch.id]);
    });
  }
}
