import { Args, Info, Int, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Clock, Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { AuditTrail } from '../../audit/audit-trail.js';
import { fieldsAsked } from '../../audit/fields-asked.js';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { BeneficiaryPage } from '../../beneficiaries/beneficiary-page.js';
import { IN_USE, LAST_SEEN } from '../due.js';

const AHEAD_DAYS = 30;

@Resolver()
export class ListSoonArchivedResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  @Query(() => BeneficiaryPage, {
    name: 'soonArchived',
    description:
      'People of your branches whose record is set aside within 30 days unless somebody is in contact with them, the first due first. Refuses PAGE_SIZE, INVALID_CURSOR.',
  })
  @Allow(Permission.ReadBeneficiaries)
  list(
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Beneficiary>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'day', 'uuid');
    const until = this.clock.now();
    until.setUTCDate(until.getUTCDate() + AHEAD_DAYS);
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Beneficiary, 'b')
        .where(`${IN_USE} AND ${LAST_SEEN} < CAST(:until AS date) - interval '2 years'`, {
          until: until.toISOString().slice(0, 10),
        })
        .addSelect(LAST_SEEN, 'last_seen')
        .orderBy('last_seen')
        .addOrderBy('b.id')
        .limit(size + 1);
      if (cursor) query.andWhere(`(${LAST_SEEN}, b.id) > (CAST(:day AS date), :id)`, { day: cursor[0], id: cursor[1] });
      const page = pageOf(await query.getMany(), size, keyOf);
      const access = { action: 'LIST', purpose: 'list-soon-archived', fields: fieldsAsked(info, 'items') } as const;
      await this.trail.note(tx, actor, page.items, access);
      return page;
    });
  }
}

function keyOf({ id, enrolledOn, lastContactOn }: Beneficiary): [string, string] {
  return [lastContactOn !== null && lastContactOn > enrolledOn ? lastContactOn : enrolledOn, id];
}
