import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database, type Page } from '#persistence';
import { Uuid } from '#runtime';
import { type Access, AccessPage, pageOfAccesses } from '../accesses.js';
import { AuditTrail } from '../audit-trail.js';

@Resolver()
export class ListAccessesToPersonResolver {
  constructor(
    private readonly db: Database,
    private readonly trail: AuditTrail,
  ) {}

  @Query(() => AccessPage, {
    name: 'accessesToPerson',
    description:
      'Who read or wrote this person’s record in the last twelve months, latest first; of your branches only. Asking is written down as well. Refuses PAGE_SIZE, INVALID_CURSOR.',
  })
  @Allow(Permission.ReadAccesses)
  async list(
    @Args('personId', { type: () => Uuid, description: 'The person.' }) personId: string,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<Access>> {
    await this.db.require(actor);
    return this.db.read(actor, async (tx) => {
      const page = await pageOfAccesses(tx, 'accesses_to', personId, { first, after });
      const [latest] = page.items;
      const asked = { action: 'READ_AUDIT', purpose: 'list-accesses-to-person', fields: [] } as const;
      await this.trail.noteLook(tx, actor, asked, {
        id: personId,
        ...(latest?.branch ? { branch: latest.branch.code } : {}),
      });
      return page;
    });
  }
}
