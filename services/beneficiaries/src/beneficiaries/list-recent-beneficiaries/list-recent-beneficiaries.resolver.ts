import { Args, Info, Int, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database, pageSize } from '#persistence';
import { AuditTrail } from '../../audit/audit-trail.js';
import { fieldsAsked } from '../../audit/fields-asked.js';
import { NOT_UNDER_ANOTHER } from '../../duplicates/not-under-another.js';
import { Beneficiary } from '../beneficiary.entity.js';

@Resolver(() => Beneficiary)
export class ListRecentBeneficiariesResolver {
  constructor(
    private readonly db: Database,
    private readonly trail: AuditTrail,
  ) {}

  @Query(() => [Beneficiary], {
    name: 'recentBeneficiaries',
    description: 'People you opened last, latest first; those no longer within your reach are left out.',
  })
  @Allow(Permission.ReadBeneficiaries)
  list(
    @Args('first', { type: () => Int, defaultValue: 10, description: 'Rows wanted, 1–100.' }) first: number,
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Beneficiary[]> {
    return this.db.read(actor, async (tx) => {
      const people = await tx
        .createQueryBuilder(Beneficiary, 'b')
        .innerJoin('opened_beneficiary', 'o', 'o.beneficiary_id = b.id AND o.subject = :subject', {
          subject: actor.subject,
        })
        .where('NOT b.voided AND b.erasedAt IS NULL AND b.restrictedAt IS NULL')
        .andWhere(NOT_UNDER_ANOTHER)
        .orderBy('o.at', 'DESC')
        .limit(pageSize(first))
        .getMany();
      const access = { action: 'LIST', purpose: 'list-recent-beneficiaries', fields: fieldsAsked(info) } as const;
      await this.trail.note(tx, actor, people, access);
      return people;
    });
  }
}
