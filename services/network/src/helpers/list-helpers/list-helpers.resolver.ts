import { Args, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, ANYONE_SIGNED_IN, branchOf, CurrentActor, Permission } from '#access';
import { Clock, Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { localDay, pageTypeOf, shiftDay } from '#runtime';
import { Member } from '../../members/member.entity.js';

/** Long enough to find somebody else. */
const WARNED_DAYS = 30;

@ObjectType({ description: 'A page of helpers.' })
export class HelperPage extends pageTypeOf(Member, 'HelperPageRows') {}

@Resolver(() => Member)
export class ListHelpersResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Query(() => HelperPage, {
    name: 'helpers',
    description: 'Who helps in a branch, by name; those who left are left out.',
  })
  @Allow(Permission.ReadMembers)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    branch: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<Member>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'text', 'uuid');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Member, 'm')
        .where(`m.helperKind IS NOT NULL AND m.state <> 'WITHDRAWN' AND :branch = ANY (m.branches)`, {
          branch: branchOf(actor, branch),
        })
        .orderBy('m.name')
        .addOrderBy('m.id')
        .limit(size + 1);
      // Beside the database's own wall, which lets the whole network through for national roles.
      if (actor.role !== 'ADMINISTRATOR') query.andWhere('m.branches <@ :reach', { reach: actor.branches });
      if (cursor) query.andWhere('(m.name, m.id) > (:name, :id)', { name: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, (member) => [member.name, member.id]);
    });
  }

  @ResolveField(() => Boolean, {
    name: 'missionEndsSoon',
    description: 'Whether their mission ends within thirty days, or has ended.',
  })
  @Allow(ANYONE_SIGNED_IN)
  endsSoon(@Parent() { missionEndsOn }: Member): boolean {
    return missionEndsOn !== null && missionEndsOn <= shiftDay(localDay(this.clock.now(), 'Europe/Paris'), WARNED_DAYS);
  }
}
