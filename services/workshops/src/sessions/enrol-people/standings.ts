import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type Tx, within } from '#persistence';
import { Uuid } from '#runtime';
import type { Session } from '../session.entity.js';

/** Where somebody of a list stands. */
export const Standing = {
  ENROLLED: 'ENROLLED',
  WAITING: 'WAITING',
  UNKNOWN: 'UNKNOWN',
  RESTRICTED: 'RESTRICTED',
  WITHOUT_SEAT: 'WITHOUT_SEAT',
} as const;
export type Standing = keyof typeof Standing;
registerEnumType(Standing, {
  name: 'Standing',
  description:
    'ENROLLED has a seat; WAITING is in line; UNKNOWN: of them nothing is known (yet); RESTRICTED: nothing new is noted of them; WITHOUT_SEAT: it began, and nobody waits any more.',
});

@ObjectType({ description: 'Where somebody of a list stands.' })
export class PersonStanding {
  @Field(() => Uuid, { description: 'The person.' })
  beneficiaryId: string;

  @Field(() => Standing, { description: 'Whether they have a seat.' })
  standing: Standing;
}

/** Of these people, whom this service has heard of, and whether nothing new may be noted of them. */
export async function knownAmong(tx: Tx, people: readonly string[]): Promise<Map<string, boolean>> {
  const rows: { id: string; restricted: boolean }[] = await tx.query(
    'SELECT beneficiary_id AS id, restricted FROM known_person WHERE beneficiary_id = ANY ($1::uuid[]) AND NOT voided',
    [people],
  );
  return new Map(rows.map(({ id, restricted }) => [id, restricted]));
}

/** In which of these sessions each of them has a seat, under whichever of their records. */
export async function seatsHeldBy(
  tx: Tx,
  people: readonly string[],
  sessions: readonly Session[],
): Promise<Map<string, Set<string>>> {
  const values: unknown[] = [people, sessions.map(({ id }) => id)];
  const rows: { id: string; session: string }[] = await tx.query(
    `SELECT DISTINCT p.id, e.session_id AS session FROM unnest($1::uuid[]) AS p(id) CROSS JOIN LATERAL same_person(p.id) AS one(id)
     JOIN enrolment e ON e.beneficiary_id = one.id AND e.session_id = ANY ($2::uuid[]) AND e.state = 'CONFIRMED'
     WHERE ${within(tx, values, 'e.branch')}`,
    values,
  );
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, held]) => [id, new Set(held.map(({ session }) => session))]),
  );
}

/** Where each of them stands now, in their order. */
export async function standingsOf(
  tx: Tx,
  people: readonly string[],
  known: ReadonlyMap<string, boolean>,
  { sessionId, seriesId }: { sessionId: string | null; seriesId: string | null },
): Promise<PersonStanding[]> {
  const values: unknown[] = [people, sessionId, seriesId];
  const rows: { id: string; standing: Standing }[] = await tx.query(
    `SELECT DISTINCT ON (p.id) p.id, CASE w.kind WHEN 1 THEN 'ENROLLED' ELSE 'WAITING' END AS standing
     FROM unnest($1::uuid[]) AS p(id) CROSS JOIN LATERAL same_person(p.id) AS one(id) CROSS JOIN LATERAL (
       SELECT 1 AS kind FROM enrolment e JOIN session s ON s.id = e.session_id
       WHERE e.beneficiary_id = one.id AND e.state = 'CONFIRMED' AND (s.id = $2 OR s.series_id = $3) AND ${within(tx, values, 's.branch')}
       UNION ALL
       SELECT 2 FROM waitlist_entry s
       WHERE s.beneficiary_id = one.id AND s.state IN ('WAITLISTED', 'OFFERED') AND (s.session_id = $2 OR s.series_id = $3) AND ${within(tx, values, 's.branch')}
     ) AS w ORDER BY p.id, w.kind`,
    values,
  );
  const found = new Map(rows.map(({ id, standing }) => [id, standing]));
  const without = (id: string): Standing => {
    const restricted = known.get(id);
    if (restricted === undefined) return 'UNKNOWN';
    return restricted ? 'RESTRICTED' : 'WITHOUT_SEAT';
  };
  return people.map((beneficiaryId) => ({
    beneficiaryId,
    standing: found.get(beneficiaryId) ?? without(beneficiaryId),
  }));
}
