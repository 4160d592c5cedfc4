import { Args, Field, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { FORBIDDEN, NOT_FOUND } from '#errors';
import { Database } from '#persistence';
import { DateTime, Uuid } from '#runtime';
import { Directory } from '../directory/directory.js';
import { Member } from '../member.entity.js';
import { SESSIONS_UNKNOWN } from '../member.refusals.js';
import { isSeenBy, mayChange } from '../member-for.js';

@ObjectType({ description: 'A browser in which a member is signed in.' })
export class MemberSession {
  @Field(() => DateTime, { description: 'When they signed in there.' })
  startedAt: Date;

  @Field(() => DateTime, {
    description: 'When that browser last asked for a fresh token: every ten minutes while in use.',
  })
  lastSeenAt: Date;
}

@Resolver(() => Member)
export class ShowMemberResolver {
  constructor(
    private readonly db: Database,
    private readonly directory: Directory,
  ) {}

  @Query(() => Member, { name: 'member', description: 'One member within your reach. Refuses NOT_FOUND.' })
  @Allow(Permission.ReadMembers)
  async show(
    @Args('id', { type: () => Uuid, description: 'The member.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Member> {
    const member = await this.db.read(actor, (tx) => tx.findOneBy(Member, { id }));
    if (!member || !isSeenBy(actor, member)) throw NOT_FOUND({ what: 'Membre', whatEn: 'Member' }, 'id');
    return member;
  }

  @Query(() => Member, { name: 'myself', nullable: true, description: 'Your own record; null when you are no member.' })
  @Allow(Permission.EndOwnSessions)
  myself(@CurrentActor() actor: Actor): Promise<Member | null> {
    return this.db.read(actor, (tx) => tx.findOneBy(Member, { subject: actor.subject }));
  }

  @ResolveField(() => [MemberSession], {
    name: 'sessions',
    nullable: true,
    description:
      'Where the member is signed in, latest first. Refuses SESSIONS_UNKNOWN while the identity provider is silent.',
  })
  @Allow(Permission.EndOwnSessions)
  async sessions(@Parent() member: Member, @CurrentActor() actor: Actor): Promise<MemberSession[]> {
    if (!isSeenBy(actor, member)) throw FORBIDDEN({});
    if (member.subject === null) return [];
    const open = await this.directory.sessionsOf(member.subject).catch(() => undefined);
    if (!open) throw SESSIONS_UNKNOWN({});
    return [...open].sort((one, other) => other.lastSeenAt.getTime() - one.lastSeenAt.getTime());
  }

  @ResolveField(() => Boolean, {
    name: 'changeable',
    description: 'Whether you may change this member’s role: theirs is one you can give, and you are somebody else.',
  })
  @Allow(Permission.EndOwnSessions)
  changeable(@Parent() member: Member, @CurrentActor() actor: Actor): boolean {
    return mayChange(actor, member);
  }
}
