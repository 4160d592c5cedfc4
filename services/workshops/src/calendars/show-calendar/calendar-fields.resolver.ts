import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Clock, Database, type Tx } from '#persistence';
import { WorkshopSeries } from '../../series/workshop-series.entity.js';
import { Enrolment } from '../../sessions/enrolment.entity.js';
import { Session } from '../../sessions/session.entity.js';
import { calendarOf } from '../calendar.js';

@Resolver(() => Enrolment)
export class EnrolmentCalendarResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => String, {
    name: 'calendar',
    description:
      'The seat as an iCalendar text, to send to the person; with METHOD:CANCEL once it is given back or called off.',
  })
  @Allow(Permission.ReadEnrolments)
  calendar(@Parent() enrolment: Enrolment, @CurrentActor() actor: Actor): Promise<string> {
    return this.db.read(actor, async (tx) => {
      const session = await tx.findOneByOrFail(Session, { id: enrolment.sessionId });
      const cancelled = enrolment.state === 'CANCELLED' || session.state === 'CANCELLED';
      const city = await cityOf(tx, session.branch);
      return calendarOf([{ uid: enrolment.id, session, cancelled }], { city, now: this.clock.now() });
    });
  }
}

@Resolver(() => WorkshopSeries)
export class SeriesCalendarResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => String, { name: 'calendar', description: 'All its sessions as one iCalendar text.' })
  @Allow(Permission.ReadSessions)
  calendar(@Parent() series: WorkshopSeries, @CurrentActor() actor: Actor): Promise<string> {
    return this.db.read(actor, async (tx) => {
      const sessions = await tx.find(Session, {
        where: { seriesId: series.id },
        order: { startsAt: 'ASC', id: 'ASC' },
      });
      const entries = sessions.map((session) => ({
        uid: session.id,
        session,
        cancelled: session.state === 'CANCELLED',
      }));
      return calendarOf(entries, { city: await cityOf(tx, series.branch), now: this.clock.now(), name: series.title });
    });
  }
}

async function cityOf(tx: Tx, branch: string): Promise<string | null> {
  const [row]: { city: string | null }[] = await tx.query('SELECT city FROM known_branch WHERE branch = $1', [branch]);
  return row?.city ?? null;
}
