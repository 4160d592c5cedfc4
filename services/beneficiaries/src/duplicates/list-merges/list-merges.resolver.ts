import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor } from '#access';
import { Database } from '#persistence';
import { loaderOf, type RequestContext } from '#runtime';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { BranchReference } from '../../references.js';
import { Merge } from '../merge.entity.js';

@Resolver(() => Beneficiary)
export class ListMergesResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => [Merge], {
    name: 'merges',
    description: 'Records held to be this same person, latest first; those parted again are left out.',
  })
  @Allow(ANYONE_SIGNED_IN)
  merges(
    @Parent() person: Beneficiary,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<Merge[]> {
    const load = async (ids: readonly string[]) => {
      const merges = await this.db.read(actor, (tx) =>
        tx
          .createQueryBuilder(Merge, 'm')
          .where('m.undone_at IS NULL AND (m.kept_id IN (:...ids) OR m.merged_id IN (:...ids))', { ids })
          .orderBy('m.merged_at', 'DESC')
          .getMany(),
      );
      const of = (id: string) => merges.filter(({ keptId, mergedId }) => keptId === id || mergedId === id);
      return new Map(ids.map((id) => [id, of(id)]));
    };
    return loaderOf<Merge[]>(context, 'merges', load, []).load(person.id);
  }
}

@Resolver(() => Merge)
export class MergeBranchesResolver {
  @ResolveField(() => BranchReference, { name: 'keptBranch', description: 'The branch of the record that was kept.' })
  @Allow(ANYONE_SIGNED_IN)
  keptBranch(@Parent() merge: Merge): BranchReference {
    return { code: merge.keptBranch };
  }

  @ResolveField(() => BranchReference, { name: 'mergedBranch', description: 'The branch of the other record.' })
  @Allow(ANYONE_SIGNED_IN)
  mergedBranch(@Parent() merge: Merge): BranchReference {
    return { code: merge.mergedBranch };
  }
}
