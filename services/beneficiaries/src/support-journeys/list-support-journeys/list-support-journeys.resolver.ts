import { Args, Context, Info, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { In } from 'typeorm';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { loaderOf, pageTypeOf, type RequestContext } from '#runtime';
import { AuditTrail } from '../../audit/audit-trail.js';
import { fieldsAsked } from '../../audit/fields-asked.js';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { supportJourneysOf } from '../journeys-of.js';
import { SupportJourney } from '../support-journey.entity.js';

@ObjectType({ description: 'A page of support journeys.' })
export class SupportJourneyPage extends pageTypeOf(SupportJourney, 'SupportJourneyPageRows') {}

@Resolver(() => Beneficiary)
export class ListSupportJourneysResolver {
  constructor(
    private readonly db: Database,
    private readonly trail: AuditTrail,
  ) {}

  @Query(() => SupportJourneyPage, {
    name: 'supportJourneys',
    description:
      'Support journeys under way in a branch, what is due first on top. Not of who was erased or set aside. Refuses PAGE_SIZE, INVALID_CURSOR.',
  })
  @Allow(Permission.FollowPeople)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'The branch; yours when you have one only.' })
    branch: string | null,
    @Args('mine', { type: () => Boolean, defaultValue: false, description: 'Those whose referent you are.' })
    mine: boolean,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<SupportJourney>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'day', 'uuid');
    const code = branchOf(actor, branch);
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(SupportJourney, 's')
        .innerJoin(
          Beneficiary,
          'b',
          'b.id = s.beneficiaryId AND b.erasedAt IS NULL AND NOT b.voided AND b.restrictedAt IS NULL',
        )
        .where(`s.branch = CAST(:code AS char(2)) AND s.state IN ('OPEN', 'PAUSED') AND s.voidedAt IS NULL`, { code })
        .orderBy('s.nextDueOn')
        .addOrderBy('s.id')
        .limit(size + 1);
      if (mine) query.andWhere('s.referent = :subject', { subject: actor.subject });
      if (cursor) query.andWhere('(s.next_due_on, s.id) > (:day, :id)', { day: cursor[0], id: cursor[1] });
      const page = pageOf(await query.getMany(), size, ({ nextDueOn, id }) => [nextDueOn, id]);
      const people = await tx.findBy(Beneficiary, { id: In(page.items.map(({ beneficiaryId }) => beneficiaryId)) });
      const fields = fieldsAsked(info, 'items');
      await this.trail.note(tx, actor, people, { action: 'LIST', purpose: 'list-support-journeys', fields });
      return page;
    });
  }

  @ResolveField(() => [SupportJourney], {
    name: 'supportJourneys',
    description: 'Their support journeys, under any of their records within your reach, oldest first.',
  })
  @Allow(Permission.FollowPeople)
  ofPerson(
    @Parent() { id }: Beneficiary,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<SupportJourney[]> {
    const load = (ids: readonly string[]) => this.db.read(actor, (tx) => supportJourneysOf(tx, ids));
    return loaderOf<SupportJourney[]>(context, 'supportJourneys', load, []).load(id);
  }
}
