import { Args, Field, Info, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { In } from 'typeorm';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Clock, Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { LocalDateScalar, pageTypeOf, shiftDay, Uuid } from '#runtime';
import { AuditTrail } from '../../audit/audit-trail.js';
import { fieldsAsked } from '../../audit/fields-asked.js';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { Assessment } from '../assessment.entity.js';

const AHEAD_DAYS = 30;

@ObjectType({ description: 'Somebody to be asked again, six months after the support ended.' })
export class FollowUp {
  @Field(() => Uuid, { description: 'The assessment at exit.' })
  id: string;

  @Field(() => LocalDateScalar, { description: 'Day from which they are asked.' })
  dueOn: string;

  @Field(() => LocalDateScalar, { description: 'Day of the exit.' })
  exitOn: string;

  @Field(() => Beneficiary, { description: 'The person.' })
  beneficiary: Beneficiary;
}

@ObjectType({ description: 'A page of people to be asked again.' })
export class FollowUpPage extends pageTypeOf(FollowUp, 'FollowUpPageRows') {}

@Resolver()
export class ListFollowUpsResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  @Query(() => FollowUpPage, {
    name: 'followUps',
    description:
      'Whom the branch asks again now or within 30 days, the first due first. Not who was erased or set aside, nor who objects to being counted. Refuses PAGE_SIZE, INVALID_CURSOR.',
  })
  @Allow(Permission.FollowPeople)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'The branch; yours when you have one only.' })
    branch: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<FollowUp>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'day', 'uuid');
    const code = branchOf(actor, branch);
    const until = shiftDay(this.clock.now().toISOString().slice(0, 10), AHEAD_DAYS);
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Assessment, 'a')
        .innerJoin(
          Beneficiary,
          'b',
          'b.id = a.beneficiaryId AND b.erasedAt IS NULL AND NOT b.voided AND b.restrictedAt IS NULL AND b.objectedOn IS NULL',
        )
        .where('a.branch = CAST(:code AS char(2)) AND NOT a.followedUp AND a.voidedAt IS NULL', { code })
        .andWhere('a.followUpOn <= :until', { until })
        .orderBy('a.followUpOn')
        .addOrderBy('a.id')
        .limit(size + 1);
      if (cursor) query.andWhere('(a.follow_up_on, a.id) > (:day, :id)', { day: cursor[0], id: cursor[1] });
      const exits = pageOf(await query.getMany(), size, ({ followUpOn, id }) => [followUpOn ?? '', id]);
      const ids = exits.items.map(({ beneficiaryId }) => beneficiaryId);
      const people = await tx.findBy(Beneficiary, { id: In(ids) });
      const access = { action: 'LIST', purpose: 'list-follow-ups', fields: fieldsAsked(info, 'items') } as const;
      await this.trail.note(tx, actor, people, access);
      const known = new Map(people.map((person) => [person.id, person]));
      return {
        ...exits,
        items: exits.items.flatMap(({ id, followUpOn, occurredOn, beneficiaryId }) => {
          const beneficiary = known.get(beneficiaryId);
          return beneficiary ? [{ id, dueOn: followUpOn ?? '', exitOn: occurredOn, beneficiary }] : [];
        }),
      };
    });
  }
}
