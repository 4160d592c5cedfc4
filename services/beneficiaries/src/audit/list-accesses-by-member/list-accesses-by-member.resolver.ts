import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database, type Page } from '#persistence';
import { type Access, AccessPage, pageOfAccesses } from '../accesses.js';
import { AuditTrail } from '../audit-trail.js';

@Resolver()
export class ListAccessesByMemberResolver {
  constructor(
    private readonly db: Database,
    private readonly trail: AuditTrail,
  ) {}

  @Query(() => AccessPage, {
    name: 'accessesByMember',
    description:
      'Whose records this member read or wrote in the last twelve months, latest first. Asking is written down as well. Refuses PAGE_SIZE, INVALID_CURSOR.',
  })
  @Allow(Permission.ReadAudit)
  async list(
    @Args('subject', { description: 'Subject of the member’s sign-in.' }) subject: string,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<Access>> {
    await this.db.require(actor);
    return this.db.read(actor, async (tx) => {
      const page = await pageOfAccesses(tx, 'accesses_by', subject, { first, after });
      await this.trail.noteLook(tx, actor, { action: 'READ_AUDIT', purpose: 'list-accesses-by-member', fields: [] });
      return page;
    });
  }
}
