import { Args, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Clock, Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { DateTime, pageTypeOf, Uuid } from '#runtime';
import { BranchReference } from '../../references.js';
import { Session } from '../session.entity.js';
import { SessionState } from '../session-state.js';

@ObjectType({ description: 'A page of sessions.' })
export class SessionPage extends pageTypeOf(Session, 'SessionPageRows') {}

interface Wanted {
  branch: string;
  from: Date;
  until: Date | null;
  states: SessionState[] | null;
  placeId?: string | null;
  first: number;
  after: string | null;
}

@Resolver(() => BranchReference)
export class ListSessionsResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Query(() => SessionPage, { name: 'sessions', description: 'Sessions of a branch in order of their beginning.' })
  @Allow(Permission.ReadSessions)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    branch: string | null,
    @Args('from', { type: () => DateTime, description: 'Beginning at or after.' }) from: Date,
    @Args('until', { type: () => DateTime, nullable: true, description: 'Beginning before.' }) until: Date | null,
    @Args('states', { type: () => [SessionState], nullable: true, description: 'Only these states.' }) states:
      | SessionState[]
      | null,
    @Args('placeId', { type: () => Uuid, nullable: true, description: 'Only those at this place.' }) placeId:
      | string
      | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<Session>> {
    return this.page({ branch: branchOf(actor, branch), from, until, states, placeId, first, after }, actor);
  }

  @ResolveField(() => SessionPage, {
    name: 'nextSessions',
    description: 'Sessions still to begin, soonest first; cancelled ones left out.',
  })
  @Allow(Permission.ReadSessions)
  next(
    @Parent() branch: BranchReference,
    @Args('first', { type: () => Int, defaultValue: 10, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<Session>> {
    const from = this.clock.now();
    return this.page(
      { branch: branchOf(actor, branch.code), from, until: null, states: ['SCHEDULED'], first, after },
      actor,
    );
  }

  private page(wanted: Wanted, actor: Actor): Promise<Page<Session>> {
    const size = pageSize(wanted.first);
    const cursor = decodeCursor(wanted.after, 'instant', 'uuid');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Session, 's')
        .where('s.branch = :branch AND s.startsAt >= :from', { branch: wanted.branch, from: wanted.from })
        .orderBy('s.startsAt')
        .addOrderBy('s.id')
        .limit(size + 1);
      if (wanted.until) query.andWhere('s.startsAt < :until', { until: wanted.until });
      if (wanted.states) query.andWhere('s.state = ANY (:states)', { states: wanted.states });
      if (wanted.placeId) query.andWhere('s.placeId = :placeId', { placeId: wanted.placeId });
      if (cursor) query.andWhere('(s.startsAt, s.id) > (:start, :id)', { start: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, (session) => [session.startsAt.toISOString(), session.id]);
    });
  }
}
