import type { Tx } from '#persistence';
import { REFERENT_UNKNOWN } from './support-journey.refusals.js';

/** What the sign-in of a member who helps in this branch is called. Refuses `REFERENT_UNKNOWN`. */
export async function signInOf(tx: Tx, memberId: string, branch: string): Promise<string> {
  const [known]: { subject: string | null }[] = await tx.query(
    'SELECT subject FROM known_helper WHERE member_id = $1 AND active AND branches && ARRAY[$2, $3]',
    [memberId, branch, '*'],
  );
  if (!known?.subject) throw REFERENT_UNKNOWN({}, 'input.referentId');
  return known.subject;
}

/** Which member each sign-in is, as far as the network service has told. */
export async function membersBySignIn(tx: Tx, subjects: readonly string[]): Promise<Map<string, string>> {
  const rows: { subject: string; member_id: string }[] = await tx.query(
    'SELECT subject, member_id FROM known_helper WHERE subject = ANY ($1) ORDER BY active, member_id',
    [subjects],
  );
  return new Map(rows.map(({ subject, member_id }) => [subject, member_id]));
}
