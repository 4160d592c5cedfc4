import { type Tx, within } from '#persistence';
import type { Session } from './session.entity.js';
import type { Held } from './session-plan.js';

type FirstSessions = Held['firstSessions'];

interface First {
  readonly person: string;
  readonly day: string;
  readonly placeId: string;
  readonly days: number;
}

/**
 * What becomes of first sessions when this one is closed: for those seen at it their first one in the branch may be this instead of
 * another, or none. Closings of a branch take turns here, or two of them would both be somebody’s first. The session’s head is locked.
 */
export async function firstsWhenClosed(tx: Tx, session: Session): Promise<FirstSessions> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('first sessions'), hashtext($1))`, [session.branch]);
  const [without, having] = [await firstsOf(tx, session, false), await firstsOf(tx, session, true)];
  const taken = new Map(without.map((first) => [first.person, first]));
  const moved = having.filter(({ person, day, placeId, days }) => {
    const before = taken.get(person);
    return before?.day !== day || before.placeId !== placeId || before.days !== days;
  });
  return summed([
    ...moved.flatMap(({ person }) => (taken.has(person) ? [[taken.get(person) as First, -1] as const] : [])),
    ...moved.map((first) => [first, 1] as const),
  ]);
}

/** The same, taken back. */
export async function firstsWhenReopened(tx: Tx, session: Session): Promise<FirstSessions> {
  const firsts = await firstsWhenClosed(tx, session);
  return firsts.map((first) => ({ ...first, people: -first.people, days: -first.days }));
}

/**
 * The first session of each person seen at this one, with or without it, and how many days after they first asked for a seat or a
 * place in line; 0 when it was noted only afterwards.
 */
async function firstsOf(tx: Tx, { id, branch }: Session, closed: boolean): Promise<First[]> {
  const values: unknown[] = [id, branch, closed];
  return tx.query(
    `SELECT first.person, first.day::text AS day, first.place_id AS "placeId", greatest(0, first.day - asked.day) AS days
     FROM (
       SELECT DISTINCT ON (e.beneficiary_id) e.beneficiary_id AS person, s.occurred_on AS day, s.place_id, s.zone
       FROM enrolment here JOIN enrolment e ON e.beneficiary_id = here.beneficiary_id JOIN session s ON s.id = e.session_id
       WHERE here.session_id = $1 AND here.state = 'CONFIRMED' AND here.attendance = 'SEEN'
         AND e.state = 'CONFIRMED' AND e.attendance = 'SEEN' AND s.branch = $2 AND ${within(tx, values, 's.branch')}
         AND CASE WHEN s.id = $1 THEN $3 ELSE s.state = 'CLOSED' END
       ORDER BY e.beneficiary_id, s.occurred_on, s.starts_at, s.id) AS first
     CROSS JOIN LATERAL (
       SELECT (min(at) AT TIME ZONE first.zone)::date AS day FROM (
         SELECT enrolled_at AS at FROM enrolment WHERE beneficiary_id = first.person AND branch = $2
         UNION ALL SELECT joined_at FROM waitlist_entry WHERE beneficiary_id = first.person AND branch = $2) AS asks) AS asked
     ORDER BY first.person`,
    values,
  );
}

function summed(firsts: readonly (readonly [First, 1 | -1])[]): FirstSessions {
  const sums = new Map<string, FirstSessions[number]>();
  for (const [{ day, placeId, days }, sign] of firsts) {
    const key = `${day} ${placeId}`;
    const sum = sums.get(key) ?? { occurredOn: day, placeId, people: 0, days: 0 };
    sums.set(key, { ...sum, people: sum.people + sign, days: sum.days + sign * days });
  }
  return [...sums.values()].filter(({ people, days }) => people !== 0 || days !== 0);
}
