import { Args, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { MemberRole, MemberState } from '#events';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { GraphQLVocabulary, pageTypeOf, searchPatterns } from '#runtime';
import { Member } from '../member.entity.js';

@ObjectType({ description: 'A page of members.' })
export class MemberPage extends pageTypeOf(Member, 'MemberPageRows') {}

@Resolver(() => Member)
export class ListMembersResolver {
  constructor(private readonly db: Database) {}

  @Query(() => MemberPage, {
    name: 'members',
    description: 'Members of your branches, by name; everybody for the administrator.',
  })
  @Allow(Permission.ReadMembers)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'Only those who reach this branch.' })
    branch: string | null,
    @Args('role', { type: () => GraphQLVocabulary.MemberRole, nullable: true, description: 'Only this role.' })
    role: MemberRole | null,
    @Args('state', { type: () => GraphQLVocabulary.MemberState, nullable: true, description: 'Only these.' })
    state: MemberState | null,
    @Args('text', { type: () => String, nullable: true, description: 'Words of the name or the address.' })
    text: string | null,
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
        .orderBy('m.name')
        .addOrderBy('m.id')
        .limit(size + 1);
      // Beside the database's own wall, which lets the whole network through for national roles.
      if (actor.role !== 'ADMINISTRATOR')
        query.andWhere('(m.branches <@ :reach OR m.subject = :subject)', {
          reach: actor.branches,
          subject: actor.subject,
        });
      if (branch) query.andWhere(':branch = ANY (m.branches)', { branch });
      if (role) query.andWhere('m.role = :role', { role });
      if (state) query.andWhere('m.state = :state', { state });
      const patterns = searchPatterns(text);
      if (patterns.length > 0) query.andWhere('m.search LIKE ALL (:patterns)', { patterns });
      if (cursor) query.andWhere('(m.name, m.id) > (:name, :id)', { name: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, (member) => [member.name, member.id]);
    });
  }
}
