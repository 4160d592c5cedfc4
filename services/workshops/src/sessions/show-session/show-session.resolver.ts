import { Args, Int, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Database } from '#persistence';
import { Uuid } from '#runtime';
import { Correction } from '../../correction.entity.js';
import { BranchReference, PlaceReference } from '../../references.js';
import { Workshop } from '../../workshops/workshop.entity.js';
import { Session } from '../session.entity.js';

@Resolver(() => Session)
export class ShowSessionResolver {
  constructor(private readonly db: Database) {}

  @Query(() => Session, { name: 'session', description: 'One session. Refuses NOT_FOUND, also for another branch’s.' })
  @Allow(Permission.ReadSessions)
  async show(
    @Args('id', { type: () => Uuid, description: 'Identifier of the session.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Session> {
    const session = await this.db.read(actor, (tx) => tx.findOneBy(Session, { id }));
    if (!session) throw NOT_FOUND({ what: 'Séance', whatEn: 'Session' }, 'id');
    return session;
  }

  @ResolveReference()
  @Allow(Permission.ReadSessions)
  reference(@Parent() reference: { id: string }, @CurrentActor() actor: Actor): Promise<Session> {
    return this.show(reference.id, actor);
  }

  @ResolveField(() => BranchReference, { name: 'branch', description: 'The branch that holds it.' })
  @Allow(ANYONE_SIGNED_IN)
  branch(@Parent() session: Session): BranchReference {
    return { code: session.branch };
  }

  @ResolveField(() => PlaceReference, { name: 'place', description: 'Where it takes place.' })
  @Allow(ANYONE_SIGNED_IN)
  place(@Parent() session: Session): PlaceReference {
    return { id: session.placeId };
  }

  @ResolveField(() => Int, { name: 'minutes', description: 'Length in minutes.' })
  @Allow(ANYONE_SIGNED_IN)
  minutes(@Parent() session: Session): number {
    return session.minutes;
  }

  @ResolveField(() => Workshop, { name: 'workshop', description: 'The workshop it is a date of.' })
  @Allow(Permission.ReadSessions)
  workshop(@Parent() session: Session, @CurrentActor() actor: Actor): Promise<Workshop> {
    return this.db.read(actor, (tx) => tx.findOneByOrFail(Workshop, { id: session.workshopId }));
  }

  @ResolveField(() => Int, {
    name: 'version',
    description: 'Version of the record, to send back as `expectedVersion`.',
  })
  @Allow(ANYONE_SIGNED_IN)
  async version(@Parent() session: Session, @CurrentActor() actor: Actor): Promise<number> {
    const [head]: { version: number }[] = await this.db.read(actor, (tx) =>
      tx.query(`SELECT version FROM aggregate_head WHERE aggregate_type = 'workshops.sessions' AND aggregate_id = $1`, [
        session.id,
      ]),
    );
    return head?.version ?? 0;
  }

  @ResolveField(() => [Correction], {
    name: 'corrections',
    description: 'What was cancelled or reopened, when and why; newest first.',
  })
  @Allow(Permission.ReadEnrolments)
  corrections(@Parent() session: Session, @CurrentActor() actor: Actor): Promise<Correction[]> {
    return this.db.read(actor, (tx) =>
      tx.find(Correction, { where: { subjectId: session.id }, order: { at: 'DESC' }, take: 50 }),
    );
  }
}
