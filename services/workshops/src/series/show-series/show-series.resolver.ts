import { Args, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Database } from '#persistence';
import { Uuid } from '#runtime';
import { Correction } from '../../correction.entity.js';
import { BranchReference } from '../../references.js';
import { Session } from '../../sessions/session.entity.js';
import { Workshop } from '../../workshops/workshop.entity.js';
import { WorkshopSeries } from '../workshop-series.entity.js';

@Resolver(() => WorkshopSeries)
export class ShowSeriesResolver {
  constructor(private readonly db: Database) {}

  @Query(() => WorkshopSeries, {
    name: 'workshopSeries',
    description: 'One series. Refuses NOT_FOUND, also for another branch’s.',
  })
  @Allow(Permission.ReadSessions)
  async show(
    @Args('id', { type: () => Uuid, description: 'Identifier of the series.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<WorkshopSeries> {
    const series = await this.db.read(actor, (tx) => tx.findOneBy(WorkshopSeries, { id }));
    if (!series) throw NOT_FOUND({ what: 'Parcours', whatEn: 'Series' }, 'id');
    return series;
  }

  @ResolveReference()
  @Allow(Permission.ReadSessions)
  reference(@Parent() reference: { id: string }, @CurrentActor() actor: Actor): Promise<WorkshopSeries> {
    return this.show(reference.id, actor);
  }

  @ResolveField(() => BranchReference, { name: 'branch', description: 'The branch that holds it.' })
  @Allow(ANYONE_SIGNED_IN)
  branch(@Parent() series: WorkshopSeries): BranchReference {
    return { code: series.branch };
  }

  @ResolveField(() => [Session], {
    name: 'sessions',
    description: 'Its sessions in order, at most 12, cancelled ones among them.',
  })
  @Allow(Permission.ReadSessions)
  async sessions(@Parent() series: WorkshopSeries, @CurrentActor() actor: Actor): Promise<Session[]> {
    return (
      series.sessions ??
      this.db.read(actor, (tx) =>
        tx.find(Session, { where: { seriesId: series.id }, order: { startsAt: 'ASC', id: 'ASC' } }),
      )
    );
  }

  @ResolveField(() => Workshop, { name: 'workshop', description: 'The workshop its sessions are dates of.' })
  @Allow(Permission.ReadSessions)
  workshop(@Parent() series: WorkshopSeries, @CurrentActor() actor: Actor): Promise<Workshop> {
    return this.db.read(actor, (tx) => tx.findOneByOrFail(Workshop, { id: series.workshopId }));
  }

  @ResolveField(() => [Correction], {
    name: 'corrections',
    description: 'What was called off, when and why; newest first.',
  })
  @Allow(Permission.ReadEnrolments)
  corrections(@Parent() series: WorkshopSeries, @CurrentActor() actor: Actor): Promise<Correction[]> {
    return this.db.read(actor, (tx) =>
      tx.find(Correction, { where: { subjectId: series.id }, order: { at: 'DESC' }, take: 50 }),
    );
  }
}

@Resolver(() => Session)
export class SeriesOfSessionResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => WorkshopSeries, {
    name: 'series',
    nullable: true,
    description: 'The series it belongs to, none when it was planned on its own.',
  })
  @Allow(Permission.ReadSessions)
  async series(@Parent() session: Session, @CurrentActor() actor: Actor): Promise<WorkshopSeries | null> {
    const id = session.seriesId;
    return id === null ? null : this.db.read(actor, (tx) => tx.findOneBy(WorkshopSeries, { id }));
  }
}
