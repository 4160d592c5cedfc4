import { Args, Context, Parent, Query, ResolveReference, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Database } from '#persistence';
import { type RequestContext } from '#runtime';
import { Branch } from '../branch.entity.js';
import { loadBranch } from '../load-branch.js';

@Resolver(() => Branch)
export class ShowBranchResolver {
  constructor(private readonly db: Database) {}

  @Query(() => Branch, { name: 'branch', description: 'One branch by its code. Refuses NOT_FOUND.' })
  @Allow(Permission.ReadBranches)
  async show(
    @Args('code', { type: () => String, description: 'Two-letter code, `BX`.' }) code: string,
    @CurrentActor() actor: Actor,
  ): Promise<Branch> {
    const branch = await this.db.read(actor, (tx) => tx.findOneBy(Branch, { id: code }));
    if (!branch) throw NOT_FOUND({ what: 'Antenne', whatEn: 'Branch' }, 'code');
    return branch;
  }

  @ResolveReference()
  @Allow(Permission.ReadBranches)
  resolve(
    @Parent() reference: { code: string },
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<Branch | null> {
    return loadBranch(this.db, actor, context, reference.code);
  }
}
