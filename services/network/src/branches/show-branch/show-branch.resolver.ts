import { Args, Context, Parent, Query, ResolveReference, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Database } from '#persistence';
import { type LoaderContext, loadOne } from '../../reference-loader.js';
import { Branch } from '../branch.entity.js';

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
    @Context() context: LoaderContext,
    @CurrentActor() actor: Actor,
  ): Promise<Branch | null> {
    return loadOne(context, 'branch', reference.code, async (codes) => {
      const branches = await this.db.read(actor, (tx) => tx.findBy(Branch, { id: In([...codes]) }));
      return new Map(branches.map((branch) => [branch.id, branch]));
    });
  }
}
