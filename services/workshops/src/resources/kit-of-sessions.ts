import { type Tx, within } from '#persistence';

/** One resource of a session, in the order of the kit. */
export interface UsedVersion {
  readonly sessionId: string;
  readonly resourceId: string;
  readonly versionId: string;
  readonly place: number;
}

/**
 * What sessions are taught with: of one that was closed what it used then; of any other its workshop's kit, each resource in the
 * version that stood when the session began, the newest of one still to come.
 */
export async function kitOfSessions(tx: Tx, sessionIds: readonly string[]): Promise<UsedVersion[]> {
  const values: unknown[] = [sessionIds];
  return tx.query(
    `SELECT used.session_id AS "sessionId", used.resource_id AS "resourceId", used.version_id AS "versionId", used.place
     FROM session_resource used WHERE used.session_id = ANY ($1) AND ${within(tx, values, 'used.branch')}
     UNION ALL
     SELECT s.id, kit.resource_id, stood.id, kit.place
     FROM session s JOIN workshop_resource kit ON kit.workshop_id = s.workshop_id
     JOIN LATERAL (
       SELECT v.id FROM resource_version v WHERE v.resource_id = kit.resource_id
       ORDER BY (v.added_at <= s.starts_at) DESC, CASE WHEN v.added_at <= s.starts_at THEN -v.number ELSE v.number END LIMIT 1
     ) stood ON true
     WHERE s.id = ANY ($1) AND s.state <> 'CLOSED' AND ${within(tx, values, 's.branch')}
       AND NOT EXISTS (SELECT FROM session_resource used WHERE used.session_id = s.id)
     ORDER BY 4`,
    values,
  );
}

/** Writes down what a session that is being closed was taught with, unless an earlier closing has; gives how many resources. */
export async function keepKit(tx: Tx, session: { id: string; branch: string }): Promise<number> {
  const kit = await kitOfSessions(tx, [session.id]);
  await tx.query(
    `INSERT INTO session_resource (session_id, resource_id, version_id, branch, place)
     SELECT $1, resource_id, version_id, $2, place
     FROM unnest($3::uuid[], $4::uuid[], $5::int[]) AS kit (resource_id, version_id, place) ON CONFLICT DO NOTHING`,
    [
      ...[session.id, session.branch, kit.map(({ resourceId }) => resourceId)],
      ...[kit.map(({ versionId }) => versionId), kit.map(({ place }) => place)],
    ],
  );
  return kit.length;
}
