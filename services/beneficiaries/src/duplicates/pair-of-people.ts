import { In } from 'typeorm';
import { type Actor, reaches } from '#access';
import { BENEFICIARY_RESTRICTED, NOT_FOUND } from '#errors';
import { lockAggregates } from '#messaging';
import type { Database, Tx } from '#persistence';
import { Beneficiary } from '../beneficiaries/beneficiary.entity.js';
import { BENEFICIARY_ERASED } from '../beneficiaries/beneficiary.refusals.js';

const TOPIC = 'beneficiaries.people';

/** What the worker then changes, the database first lets the actor see: one of the two at least. Refuses `NOT_FOUND`. */
export async function requireOneWithinReach(
  db: Database,
  actor: Actor,
  ids: readonly [string, string],
  field: string,
): Promise<void> {
  const seen = await db.read(actor, (tx) => tx.existsBy(Beneficiary, { id: In([...ids]) }));
  if (!seen) throw NOT_FOUND({ what: 'Personne', whatEn: 'Person' }, field);
}

/**
 * Two people, nobody else's to change until the transaction ends, whichever branches they are of; one of them is within the actor's
 * reach. Refuses `NOT_FOUND`, `BENEFICIARY_ERASED`, `BENEFICIARY_RESTRICTED`, each at the person's field.
 */
export async function pairToSettle(
  tx: Tx,
  actor: Actor,
  ids: readonly [string, string],
  fields: readonly [string, string],
): Promise<[Beneficiary, Beneficiary]> {
  await lockAggregates(tx, TOPIC, ids);
  const found = await tx.findBy(Beneficiary, { id: In([...ids]) });
  const [first, second] = ids.map((id) => found.find((person) => person.id === id));
  const reached = [first, second].some((person) => person && reaches(actor, person.branch));
  if (!first || !reached) throw NOT_FOUND({ what: 'Personne', whatEn: 'Person' }, fields[0]);
  if (!second) throw NOT_FOUND({ what: 'Personne', whatEn: 'Person' }, fields[1]);
  for (const [person, field] of [
    [first, fields[0]],
    [second, fields[1]],
  ] as const) {
    if (person.erasedAt !== null) throw BENEFICIARY_ERASED({}, field);
    if (person.restrictedAt !== null) throw BENEFICIARY_RESTRICTED({}, field);
  }
  return [first, second];
}

/** Notes what was said of two people, whether anybody had proposed them or not: they are proposed no more. */
export async function settlePair(
  tx: Tx,
  id: string,
  [one, other]: readonly [Beneficiary, Beneficiary],
  said: { settled: 'SAME' | 'NOT_SAME'; at: Date; by: string },
): Promise<void> {
  const [low, high] = one.id < other.id ? [one, other] : [other, one];
  await tx.query(
    `INSERT INTO duplicate_pair (id, low_id, high_id, low_branch, high_branch, score, because, proposed_at, settled, settled_at, settled_by)
     VALUES ($1, $2, $3, $4, $5, 0, '{}', $6, $7, $6, $8)
     ON CONFLICT (low_id, high_id) DO UPDATE
       SET settled = EXCLUDED.settled, settled_at = EXCLUDED.settled_at, settled_by = EXCLUDED.settled_by`,
    [id, low.id, high.id, low.branch, high.branch, said.at, said.settled, said.by],
  );
}
