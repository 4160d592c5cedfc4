import { Injectable } from '@nestjs/common';
import { type Actor, branchOf, Permission } from '#access';
import { Clock, Database, type Tx, within } from '#persistence';
import { instantAt, localDay, shiftDay } from '#runtime';
import { zoneToRead } from '../../known/known.js';
import {
  type CapacityDay,
  type CapacityRadar,
  type CapacityWorkshop,
  optionsOf,
  type RefusedTheme,
  type ShiftAhead,
  type Unattended,
} from './radar.js';

const DAYS = 14;

/** The period looked at, of one branch. */
interface Span {
  readonly branch: string;
  readonly now: Date;
  readonly from: string;
  readonly until: string;
  /** Just after the last day. */
  readonly end: Date;
}

/** Holds what is asked of a branch against what it offers. */
@Injectable()
export class ShowRadar {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async execute(named: string | null, actor: Actor): Promise<CapacityRadar> {
    await this.db.require({ ...actor, under: Permission.PlanSessions });
    const branch = branchOf(actor, named);
    const now = this.clock.now();
    return this.db.read(actor, async (tx) => {
      const zone = await zoneToRead(tx, branch);
      const from = localDay(now, zone);
      const span = {
        branch,
        now,
        from,
        until: shiftDay(from, DAYS - 1),
        end: instantAt(shiftDay(from, DAYS), '00:00', zone),
      };
      const workshops = await workshopsOf(tx, span);
      const { total, themes } = await refusedBefore(tx, span);
      const shifts = await shiftsAhead(tx, span);
      const unattended = shifts.length > 0 ? await unattendedSessions(tx, span) : [];
      const asked = workshops.filter(({ waiting }) => waiting > 0);
      return {
        ...{ from, until: span.until, refused: total },
        waiting: asked.reduce((sum, workshop) => sum + workshop.waiting, 0),
        days: await daysOf(tx, span),
        workshops: asked.slice(0, 50),
        options: optionsOf({ workshops, refused: themes, shifts, unattended }),
      };
    });
  }
}

async function daysOf(tx: Tx, { branch, now, from, until }: Span): Promise<CapacityDay[]> {
  const values: unknown[] = [branch, from, until, now];
  return tx.query(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, coalesce(s.sessions, 0) AS sessions, coalesce(s.seats, 0) AS seats,
            coalesce(s.free, 0) AS "seatsLeft", coalesce(h.needed, 0) AS "helpersNeeded", coalesce(h.taken, 0) AS "helpersComing",
            coalesce(h.minutes, 0) AS "helperMinutes"
     FROM generate_series($2::date, $3::date, interval '1 day') day
     LEFT JOIN (
       SELECT occurred_on, count(*)::int AS sessions, sum(seats)::int AS seats, sum(seats - seats_taken - seats_held)::int AS free
       FROM session WHERE branch = $1 AND state = 'SCHEDULED' AND occurred_on BETWEEN $2 AND $3 AND starts_at > $4
         AND ${within(tx, values)} GROUP BY 1) s ON s.occurred_on = day
     LEFT JOIN (
       SELECT occurred_on, sum(needed)::int AS needed, sum(taken)::int AS taken,
              sum(taken * extract(epoch FROM ends_at - starts_at) / 60)::int AS minutes
       FROM shift WHERE branch = $1 AND state = 'SCHEDULED' AND occurred_on BETWEEN $2 AND $3 AND starts_at > $4
         AND ${within(tx, values)} GROUP BY 1) h ON h.occurred_on = day
     ORDER BY day`,
    values,
  );
}

async function workshopsOf(tx: Tx, { branch, now, end }: Span): Promise<CapacityWorkshop[]> {
  const values: unknown[] = [branch, now, end];
  return tx.query(
    `SELECT w.id AS "workshopId", w.title, w.themes, coalesce(line.people, 0) AS waiting, coalesce(s.free, 0) AS "seatsLeft"
     FROM workshop w
     LEFT JOIN (
       SELECT coalesce(s.workshop_id, c.workshop_id) AS workshop_id, count(*)::int AS people
       FROM waitlist_entry e LEFT JOIN session s ON s.id = e.session_id LEFT JOIN workshop_series c ON c.id = e.series_id
       WHERE e.branch = $1 AND e.state IN ('WAITLISTED', 'OFFERED') GROUP BY 1) line ON line.workshop_id = w.id
     LEFT JOIN (
       SELECT workshop_id, sum(seats - seats_taken - seats_held)::int AS free
       FROM session WHERE branch = $1 AND state = 'SCHEDULED' AND starts_at > $2 AND starts_at < $3 GROUP BY 1) s
       ON s.workshop_id = w.id
     WHERE w.branch = $1 AND NOT w.retired AND ${within(tx, values, 'w.branch')}
     ORDER BY waiting DESC, w.title, w.id LIMIT 500`,
    values,
  );
}

async function refusedBefore(tx: Tx, { branch, from }: Span): Promise<{ total: number; themes: RefusedTheme[] }> {
  const values: unknown[] = [branch, shiftDay(from, -DAYS), from];
  const rows: { theme: RefusedTheme['theme'] | null; people: number }[] = await tx.query(
    `WITH refused AS (
       SELECT themes FROM refused_drop_in
       WHERE branch = $1 AND NOT voided AND occurred_on BETWEEN $2 AND $3 AND ${within(tx, values)})
     SELECT NULL AS theme, count(*)::int AS people FROM refused
     UNION ALL SELECT theme, count(*)::int FROM refused, unnest(themes) AS theme GROUP BY theme`,
    values,
  );
  const themes = rows.flatMap(({ theme, people }) => (theme === null ? [] : [{ theme, people }]));
  return { total: rows.find(({ theme }) => theme === null)?.people ?? 0, themes };
}

async function shiftsAhead(tx: Tx, { branch, now, end }: Span): Promise<ShiftAhead[]> {
  const values: unknown[] = [branch, now, end];
  return tx.query(
    `SELECT h.id, h.starts_at AS "startsAt", h.needed, h.taken, NOT EXISTS (
       SELECT FROM session s WHERE s.branch = $1 AND s.state = 'SCHEDULED' AND s.place_id = h.place_id
         AND s.starts_at < h.ends_at AND h.starts_at < s.ends_at) AS idle
     FROM shift h WHERE h.branch = $1 AND h.state = 'SCHEDULED' AND h.starts_at > $2 AND h.starts_at < $3
       AND ${within(tx, values, 'h.branch')}
     ORDER BY h.starts_at, h.id LIMIT 200`,
    values,
  );
}

async function unattendedSessions(tx: Tx, { branch, now, end }: Span): Promise<Unattended[]> {
  const values: unknown[] = [branch, now, end];
  return tx.query(
    `SELECT s.title, s.starts_at AS "startsAt" FROM session s
     WHERE s.branch = $1 AND s.state = 'SCHEDULED' AND s.starts_at > $2 AND s.starts_at < $3 AND s.seats_taken > 0
       AND NOT EXISTS (SELECT FROM shift h WHERE h.branch = $1 AND h.state = 'SCHEDULED' AND h.place_id = s.place_id AND h.taken > 0
         AND s.starts_at < h.ends_at AND h.starts_at < s.ends_at)
       AND ${within(tx, values, 's.branch')}
     ORDER BY s.starts_at, s.id LIMIT 50`,
    values,
  );
}
