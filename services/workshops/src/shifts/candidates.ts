import type { Tx } from '#persistence';
import { wallTime } from '#runtime';
import type { Shift } from './shift.entity.js';

/** Somebody who could help. */
export interface Found {
  readonly memberId: string;
  readonly subject: string;
}

/** Who of the branch has every skill a shift needs, a mission that lasts, hours for it, nothing else at that time, and was not asked yet. */
export async function candidatesFor(tx: Tx, shift: Shift): Promise<Found[]> {
  const [day, from] = wallTime(shift.startsAt, shift.zone).split('T');
  // A shift that goes past midnight fits into nobody's hours of one day.
  const [lastDay, until] = wallTime(shift.endsAt, shift.zone).split('T');
  return tx.query(
    `SELECT h.member_id AS "memberId", h.subject FROM known_helper h
     WHERE h.active AND h.subject IS NOT NULL AND $1 = ANY (h.branches) AND h.skills @> $2::text[]
       AND (h.mission_ends_on IS NULL OR h.mission_ends_on >= $3)
       AND NOT EXISTS (SELECT FROM duty d WHERE d.subject = h.subject AND (d.shift_id = $4
             OR d.state IN ('TAKEN', 'WORKED') AND tstzrange(d.starts_at, d.ends_at) && tstzrange($5, $6)))
       AND NOT EXISTS (SELECT FROM helper_availability a WHERE a.subject = h.subject AND a.branch = $1 AND (
         EXISTS (SELECT FROM jsonb_to_recordset(a.away) AS away("from" date, until date) WHERE $3::date BETWEEN away."from" AND away.until)
         OR a.weekly <> '[]' AND NOT EXISTS (
           SELECT FROM jsonb_to_recordset(a.weekly) AS hours(weekday int, "from" text, until text)
           WHERE weekday = extract(isodow FROM $3::date) AND hours."from" <= $7 AND $8 <= hours.until)))
     ORDER BY h.member_id LIMIT 50`,
    [
      ...[shift.branch, shift.skills, shift.occurredOn, shift.id, shift.startsAt, shift.endsAt],
      ...[from, day === lastDay ? until : '24:00'],
    ],
  );
}
