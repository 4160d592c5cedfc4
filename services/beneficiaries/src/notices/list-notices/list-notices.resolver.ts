import { Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database, within } from '#persistence';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { SessionReference } from '../../references.js';
import { Notice, NoticeKind, NoticeState, NoticeWhy } from '../notice.entity.js';

const SHOWN = 20;

@ObjectType({ description: 'How many notices of one kind about a session are where.' })
export class NoticeCount {
  @Field(() => NoticeKind, { description: 'What they are about.' })
  kind: NoticeKind;

  @Field(() => NoticeState, { description: 'What became of them.' })
  state: NoticeState;

  @Field(() => NoticeWhy, { nullable: true, description: 'Why they were held back or failed.' })
  why: NoticeWhy | null;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@Resolver(() => Beneficiary)
export class ListNoticesResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => [Notice], {
    name: 'notices',
    description: 'What the person was told of seats in your branches, latest first, at most 20.',
  })
  @Allow(Permission.ReadBeneficiaries)
  ofPerson(@Parent() { id }: Beneficiary, @CurrentActor() actor: Actor): Promise<Notice[]> {
    return this.db.read(actor, async (tx) => {
      const where = { beneficiaryId: id };
      const notices = await tx.find(Notice, { where, order: { dueAt: 'DESC', id: 'DESC' }, take: SHOWN });
      const values: unknown[] = [notices.map((notice) => notice.id)];
      const about: { notice_id: string; id: string }[] = await tx.query(
        `SELECT notice_id, session_id AS id FROM notice_session WHERE notice_id = ANY ($1) AND ${within(tx, values)} ORDER BY session_id`,
        values,
      );
      const sessions = Map.groupBy(about, ({ notice_id }) => notice_id);
      return notices.map((notice) => Object.assign(notice, { sessions: sessions.get(notice.id) ?? [] }));
    });
  }
}

@Resolver(() => SessionReference)
export class CountNoticesResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => [NoticeCount], {
    name: 'noticeCounts',
    description: 'What people were told of this session, counted; it names nobody.',
  })
  @Allow(Permission.ReadEnrolments)
  ofSession(@Parent() { id }: SessionReference, @CurrentActor() actor: Actor): Promise<NoticeCount[]> {
    return this.db.read(actor, (tx) => {
      const values: unknown[] = [id];
      return tx.query(
        `SELECT n.kind, n.state, n.why, count(*)::int AS count FROM notice_session l JOIN notice n ON n.id = l.notice_id
         WHERE l.session_id = $1 AND ${within(tx, values, 'l.branch')} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
        values,
      );
    });
  }
}
