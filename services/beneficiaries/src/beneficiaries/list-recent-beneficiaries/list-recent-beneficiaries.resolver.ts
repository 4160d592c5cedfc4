import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database, pageSize } from '#persistence';
import { Beneficiary } from '../beneficiary.entity.js';

@Resolver(() => Beneficiary)
export class ListRecentBeneficiariesResolver {
  constructor(private readonly db: Database) {}

  @Query(() => [Beneficiary], {
    name: 'recentBeneficiaries',
    description: 'People you opened last, latest first; those no longer within your reach are left out.',
  })
  @Allow(Permission.ReadBeneficiaries)
  list(
    @Args('first', { type: () => Int, defaultValue: 10, description: 'Rows wanted, 1–100.' }) first: number,
    @CurrentActor() actor: Actor,
  ): Promise<Beneficiary[]> {
    return this.db.read(actor, (tx) =>
      tx
        .createQueryBuilder(Beneficiary, 'b')
        .innerJoin('opened_beneficiary', 'o', 'o.beneficiary_id = b.id AND o.subject = :subject', {
          subject: actor.subject,
        })
        .where('NOT b.voided')
        .orderBy('o.at', 'DESC')
        .limit(pageSize(first))
        .getMany(),
    );
  }
}
