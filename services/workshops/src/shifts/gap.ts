import type { MediationTheme } from '#events';
import type { Tx } from '#persistence';

/** What those who come to the shift `s` are known to be able to help with. */
const SKILLS_THERE = `SELECT skill FROM duty d JOIN known_helper h ON h.subject = d.subject AND h.active, unnest(h.skills) AS skill
  WHERE d.shift_id = s.id AND d.state IN ('TAKEN', 'WORKED')`;

/** Skills a shift asks for that none of those who come is known to have, in its own order. */
export async function skillsLacking(tx: Tx, shift: { readonly id: string }): Promise<MediationTheme[]> {
  const rows: { skill: MediationTheme }[] = await tx.query(
    `SELECT wanted.skill FROM shift s, unnest(s.skills) WITH ORDINALITY AS wanted(skill, n)
     WHERE s.id = $1 AND wanted.skill NOT IN (${SKILLS_THERE}) ORDER BY wanted.n`,
    [shift.id],
  );
  return rows.map(({ skill }) => skill);
}

/** Shifts of any branch that begin between two moments of which something is to be told, or forgotten: the nearest first. */
export async function shiftsToNotice(tx: Tx, of: { now: Date; until: Date; atOnce: number }): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT s.id FROM shift s
     WHERE s.state = 'SCHEDULED' AND s.starts_at > $1 AND s.starts_at <= $2
       AND (s.gap_id IS NULL) = (s.taken < s.needed OR NOT s.skills <@ ARRAY(${SKILLS_THERE}))
     ORDER BY s.starts_at, s.id LIMIT $3`,
    [of.now, of.until, of.atOnce],
  );
  return rows.map(({ id }) => id);
}
