import { Injectable } from '@nestjs/common';
import { Between, In, IsNull, Not } from 'typeorm';
import { type Actor, branchOf } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, type Tx } from '#persistence';
import { shiftDay, wallTime, weekdayOf } from '#runtime';
import { calendarOf } from '../../known/known.js';
import { Session } from '../../sessions/session.entity.js';
import { SESSION_IN_PAST } from '../../sessions/session.refusals.js';
import { insertSessions } from '../../sessions/session-for.js';
import { Workshop } from '../../workshops/workshop.entity.js';
import { NOT_A_MONDAY, SAME_WEEK } from '../series.refusals.js';
import { takenAmong } from '../series-for.js';
import { dateOn } from '../series-pattern.js';
import { WeekCopy } from './week-copy.entity.js';

const DAY_MS = 86_400_000;

/**
 * Plans the single sessions of one week again in another. Those of a series are left out: it has dates of its own. Doing it twice
 * plans nothing twice.
 */
@Injectable()
export class DuplicateWeek {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: { branch?: string | null; fromMonday: string; toMonday: string }, actor: Actor): Promise<WeekCopy> {
    const branch = branchOf(actor, input.branch);
    const { fromMonday, toMonday } = input;
    if (weekdayOf(fromMonday) !== 1) throw NOT_A_MONDAY({}, 'input.fromMonday');
    if (weekdayOf(toMonday) !== 1) throw NOT_A_MONDAY({}, 'input.toMonday');
    if (fromMonday === toMonday) throw SAME_WEEK({}, 'input.toMonday');
    return this.db.command(actor, WeekCopy, async (tx) => {
      const calendar = await calendarOf(tx, branch);
      const now = this.clock.now();
      const days = Math.round((Date.parse(toMonday) - Date.parse(fromMonday)) / DAY_MS);
      const models = await sessionsOf(tx, branch, fromMonday);
      const workshops = await workshopsOf(tx, models);
      const dated = models.map((session) => {
        const [day = '', time = ''] = wallTime(session.startsAt, session.zone).split('T');
        const { startsAt, endsAt, holiday } = dateOn(shiftDay(day, days), time, session.minutes, calendar);
        return { plan: { ...session, startsAt, endsAt }, holiday };
      });
      if (dated.some(({ plan }) => plan.startsAt <= now)) throw SESSION_IN_PAST({}, 'input.toMonday');
      const open = dated.filter(({ holiday }) => holiday === null).map(({ plan }) => plan);
      const there = new Set((await sessionsOf(tx, branch, toMonday)).map(beginning));
      const fresh = open.filter((plan) => !there.has(beginning(plan)));
      const taken = new Set(await takenAmong(tx, fresh));
      const planned = fresh
        .filter((_, place) => !taken.has(place))
        .flatMap((plan) => {
          const workshop = workshops.get(plan.workshopId);
          return workshop ? [Session.schedule(this.ids.next(), workshop, plan, calendar.zone, now)] : [];
        });
      const copy = Object.assign(new WeekCopy(), {
        ...{ id: this.ids.next(), branch, fromMonday, toMonday, at: now },
        copied: planned.length,
        onHoliday: dated.length - open.length,
        alreadyThere: open.length - fresh.length,
        taken: taken.size,
      } satisfies WeekCopy);
      await tx.insert(WeekCopy, copy);
      if (planned.length > 0)
        await insertSessions(
          tx,
          planned.map(({ session }) => session),
        );
      await this.outbox.add(
        tx,
        planned.flatMap(({ events }) => events),
        actor,
      );
      return copy;
    });
  }
}

const beginning = ({ workshopId, startsAt, room }: Pick<Session, 'workshopId' | 'startsAt' | 'room'>) =>
  `${workshopId} ${startsAt.getTime()} ${room ?? ''}`;

function sessionsOf(tx: Tx, branch: string, monday: string): Promise<Session[]> {
  const occurredOn = Between(monday, shiftDay(monday, 6));
  return tx.find(Session, {
    where: { branch, occurredOn, seriesId: IsNull(), state: Not('CANCELLED') },
    order: { startsAt: 'ASC', id: 'ASC' },
  });
}

async function workshopsOf(tx: Tx, sessions: readonly Session[]): Promise<Map<string, Workshop>> {
  const workshops = await tx.findBy(Workshop, { id: In(sessions.map(({ workshopId }) => workshopId)) });
  return new Map(workshops.map((workshop) => [workshop.id, workshop]));
}
