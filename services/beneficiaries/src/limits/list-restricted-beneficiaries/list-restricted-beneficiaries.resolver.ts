import { Args, Info, Int, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { AuditTrail } from '../../audit/audit-trail.js';
import { fieldsAsked } from '../../audit/fields-asked.js';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { BeneficiaryPage } from '../../beneficiaries/beneficiary-page.js';

@Resolver()
export class ListRestrictedBeneficiariesResolver {
  constructor(
    private readonly db: Database,
    private readonly trail: AuditTrail,
  ) {}

  @Query(() => BeneficiaryPage, {
    name: 'restrictedBeneficiaries',
    description: 'People of your branches whose record is set aside, latest first. Refuses PAGE_SIZE, INVALID_CURSOR.',
  })
  @Allow(Permission.LimitBeneficiaries)
  list(
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Beneficiary>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Beneficiary, 'b')
        .where('b.restrictedAt IS NOT NULL AND b.erasedAt IS NULL AND NOT b.voided')
        .orderBy('b.restrictedAt', 'DESC')
        .addOrderBy('b.id', 'DESC')
        .limit(size + 1);
      if (cursor) query.andWhere('(b.restricted_at, b.id) < (:at, :id)', { at: cursor[0], id: cursor[1] });
      const rows = await query.getMany();
      const page = pageOf(rows, size, ({ restrictedAt, id }) => [restrictedAt?.toISOString() ?? '', id]);
      const access = {
        action: 'LIST',
        purpose: 'list-restricted-beneficiaries',
        fields: fieldsAsked(info, 'items'),
      } as const;
      await this.trail.note(tx, actor, page.items, access);
      return page;
    });
  }
}
