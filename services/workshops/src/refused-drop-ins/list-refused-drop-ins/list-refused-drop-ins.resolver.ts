import { Args, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { LocalDateScalar, pageTypeOf } from '#runtime';
import { RefusedDropIn } from '../refused-drop-in.entity.js';

@ObjectType({ description: 'A page of refused passages.' })
export class RefusedDropInPage extends pageTypeOf(RefusedDropIn, 'RefusedDropInPageRows') {}

@Resolver()
export class ListRefusedDropInsResolver {
  constructor(private readonly db: Database) {}

  @Query(() => RefusedDropInPage, {
    name: 'refusedDropIns',
    description: 'Refused passages of a branch, newest first.',
  })
  @Allow(Permission.RecordDropIn)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    branch: string | null,
    @Args('on', { type: () => LocalDateScalar, nullable: true, description: 'Only this day.' }) on: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<RefusedDropIn>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(RefusedDropIn, 'r')
        .where('r.branch = :branch', { branch: branchOf(actor, branch) })
        .orderBy('r.occurredAt', 'DESC')
        .addOrderBy('r.id', 'DESC')
        .limit(size + 1);
      if (on) query.andWhere('r.occurredOn = :on', { on });
      if (cursor) query.andWhere('(r.occurredAt, r.id) < (:at, :id)', { at: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, (refused) => [refused.occurredAt.toISOString(), refused.id]);
    });
  }
}
