import type { Tx } from '#persistence';
import type { Shift } from './shift.entity.js';

/** Somebody who could help. */
export interface Found {
  readonly memberId: string;
  readonly subject: string;
}

/** Who of the branch has every skill a shift needs, a mission that lasts, nothing else at that time, and was not asked yet. */
export async function candidatesFor(tx: Tx, shift: Shift): Promise<Found[]> {
  return tx.query(
    `SELECT h.member_id AS "memberId", h.subject FROM known_helper h
     WHERE h.active AND h.subject IS NOT NULL AND $1 = ANY (h.branches) AND h.skills @> $2::text[]
       AND (h.mission_ends_on IS NULL OR h.mission_ends_on >= $3)
       AND NOT EXISTS (SELECT FROM duty d WHERE d.subject = h.subject AND (d.shift_id = $4
             OR d.state IN ('TAKEN', 'WORKED') AND tstzrange(d.starts_at, d.ends_at) && tstzrange($5, $6)))
     ORDER BY h.member_id LIMIT 50`,
    [shift.branch, shift.skills, shift.occurredOn, shift.id, shift.startsAt, shift.endsAt],
  );
}
