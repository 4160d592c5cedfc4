import { Args, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import { type Actor, Allow, ANYONE_SIGNED_IN, branchOf, CurrentActor, may, Permission } from '#access';
import { FORBIDDEN } from '#errors';
import { Database, decodeCursor, type Page, pageOf, pageSize, type Tx } from '#persistence';
import { DateTime, pageTypeOf, Uuid } from '#runtime';
import { PlaceReference } from '../../references.js';
import { Duty, DutyState } from '../duty.entity.js';
import { Shift } from '../shift.entity.js';

@ObjectType({ description: 'A page of shifts.' })
export class ShiftPage extends pageTypeOf(Shift, 'ShiftPageRows') {}

/** A shift with everybody's part in it, read for a whole page at once. */
type WithDuties = Shift & { readonly known?: readonly Duty[] };

@Resolver(() => Shift)
export class ListShiftsResolver {
  constructor(private readonly db: Database) {}

  @Query(() => ShiftPage, { name: 'shifts', description: 'Shifts of a branch in order of their beginning.' })
  @Allow(Permission.TakeShifts)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    branch: string | null,
    @Args('from', { type: () => DateTime, description: 'Beginning at or after.' }) from: Date,
    @Args('until', { type: () => DateTime, nullable: true, description: 'Beginning before.' }) until: Date | null,
    @Args('mine', { type: () => Boolean, defaultValue: false, description: 'Only those you have a part in.' })
    mine: boolean,
    @Args('memberId', {
      type: () => Uuid,
      nullable: true,
      description: 'Only those this member holds or held a part in; for whoever plans. Refuses FORBIDDEN.',
    })
    memberId: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<WithDuties>> {
    if (memberId != null && !may(actor.role, Permission.PlanSessions)) throw FORBIDDEN({}, 'memberId');
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Shift, 's')
        .where('s.branch = :branch AND s.startsAt >= :from', { branch: branchOf(actor, branch), from })
        .orderBy('s.startsAt')
        .addOrderBy('s.id')
        .limit(size + 1);
      if (until) query.andWhere('s.startsAt < :until', { until });
      if (mine) query.andWhere('s.id IN (SELECT d.shift_id FROM duty d WHERE d.subject = :me)', { me: actor.subject });
      if (memberId != null)
        query.andWhere(
          `s.id IN (SELECT d.shift_id FROM duty d JOIN known_helper h ON h.subject = d.subject
                    WHERE h.member_id = :memberId AND d.state IN ('TAKEN', 'WORKED'))`,
          { memberId },
        );
      if (cursor) query.andWhere('(s.startsAt, s.id) > (:start, :id)', { start: cursor[0], id: cursor[1] });
      const shifts = await query.getMany();
      const duties = Map.groupBy(
        await dutiesOf(
          tx,
          shifts.map(({ id }) => id),
        ),
        ({ shiftId }) => shiftId,
      );
      const rows = shifts.map((shift): WithDuties => Object.assign(shift, { known: duties.get(shift.id) ?? [] }));
      return pageOf(rows, size, (shift) => [shift.startsAt.toISOString(), shift.id]);
    });
  }

  @ResolveField(() => [Duty], { name: 'duties', description: 'Who was asked, who will be there, who was.' })
  @Allow(Permission.PlanSessions)
  async duties(@Parent() shift: WithDuties, @CurrentActor() actor: Actor): Promise<readonly Duty[]> {
    return shift.known ?? this.db.read(actor, (tx) => dutiesOf(tx, [shift.id]));
  }

  @ResolveField(() => DutyState, { name: 'mine', nullable: true, description: 'Your own part in it.' })
  @Allow(Permission.TakeShifts)
  async mine(@Parent() shift: WithDuties, @CurrentActor() actor: Actor): Promise<DutyState | null> {
    const known = shift.known ?? (await this.db.read(actor, (tx) => dutiesOf(tx, [shift.id])));
    return known.find(({ subject }) => subject === actor.subject)?.state ?? null;
  }

  @ResolveField(() => PlaceReference, { name: 'place', description: 'Where.' })
  @Allow(ANYONE_SIGNED_IN)
  place(@Parent() shift: Shift): PlaceReference {
    return { id: shift.placeId };
  }
}

/** Everybody's part in these shifts, and which member each is. */
async function dutiesOf(tx: Tx, shiftIds: readonly string[]): Promise<Duty[]> {
  const duties = await tx.find(Duty, { where: { shiftId: In([...shiftIds]) }, order: { saidAt: 'ASC', id: 'ASC' } });
  const members: { subject: string; member_id: string }[] = await tx.query(
    'SELECT subject, member_id FROM known_helper WHERE subject = ANY ($1)',
    [duties.map(({ subject }) => subject)],
  );
  const memberOf = new Map(members.map(({ subject, member_id }) => [subject, member_id]));
  return duties.map((duty) => Object.assign(duty, { memberId: memberOf.get(duty.subject) ?? null }));
}
