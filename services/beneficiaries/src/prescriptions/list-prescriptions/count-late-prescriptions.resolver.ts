import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import { type Actor, Allow, CurrentActor, Permission, reaches } from '#access';
import { Clock, Database } from '#persistence';
import { loaderOf, type RequestContext } from '#runtime';
import { BranchReference } from '../../references.js';
import { Prescription } from '../prescription.entity.js';
import { LATE } from './late.js';

@Resolver(() => BranchReference)
export class CountLatePrescriptionsResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => Int, {
    name: 'latePrescriptions',
    nullable: true,
    description:
      'Prescriptions that have waited for the branch’s answer for more than seven days; null = of another branch.',
  })
  @Allow(Permission.AnswerPrescriptions)
  late(
    @Parent() { code }: BranchReference,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<number | null> {
    if (!reaches(actor, code)) return Promise.resolve(null);
    const load = (codes: readonly string[]) =>
      this.db.read(actor, async (tx) => {
        const rows = await tx
          .createQueryBuilder(Prescription, 'p')
          .select('p.branch', 'branch')
          .addSelect('count(*)::int', 'late')
          .where({ branch: In([...codes]) })
          .andWhere(LATE, { now: this.clock.now() })
          .groupBy('p.branch')
          .getRawMany<{ branch: string; late: number }>();
        return new Map(rows.map(({ branch, late }) => [branch, late]));
      });
    return loaderOf<number>(context, 'latePrescriptions', load, 0).load(code);
  }
}
