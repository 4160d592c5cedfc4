import type { Ids, Tx } from '#persistence';
import { LOST_AFTER_MS } from '../../notices/carriers/outcome.js';
import type { LetterKind } from '../prescriber-letter.entity.js';

const AT_ONCE = 50;

/** A letter that is ours to send: nobody else will. */
export interface ClaimedLetter {
  readonly id: string;
  readonly kind: LetterKind;
  readonly prescriptionId: string | null;
  readonly to: string;
  readonly tries: number;
}

/** Puts down that people who were received have come for the first time, for prescribers who may know it. */
export async function planFirstSeen(tx: Tx, ids: Ids, now: Date): Promise<void> {
  const seen: { id: string; branch: string }[] = await tx.query(
    `SELECT p.id, p.branch FROM prescription p
     WHERE p.state = 'ACCEPTED' AND p.prescriber_mail IS NOT NULL AND 'FIRST_SEEN' = ANY (p.consent_scope)
       AND NOT EXISTS (SELECT FROM prescriber_letter l WHERE l.prescription_id = p.id AND l.kind = 'FIRST_SEEN')
       AND EXISTS (SELECT FROM same_person(p.beneficiary_id) AS one(id) JOIN contact c ON c.beneficiary_id = one.id
                   WHERE c.kind IN ('ACT', 'SEAT') AND c.occurred_on >= p.answered_on)
     ORDER BY p.id LIMIT 500`,
  );
  if (seen.length === 0) return;
  await tx.query(
    `INSERT INTO prescriber_letter (id, branch, kind, prescription_id, state, due_at)
     SELECT l.id, l.branch, 'FIRST_SEEN', l.prescription_id, 'WAITING', $4
     FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS l(id, branch, prescription_id)
     ON CONFLICT ON CONSTRAINT prescriber_letter_once DO NOTHING`,
    [seen.map(() => ids.next()), seen.map(({ branch }) => branch), seen.map(({ id }) => id), now],
  );
}

/** Whoever claimed these died before saying what became of them: they may have gone, so they never go again. */
export async function writeOffLostLetters(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    `UPDATE prescriber_letter SET state = 'FAILED', why = 'UNCERTAIN' WHERE state = 'PROCESSED' AND processed_at < $1`,
    [new Date(now.getTime() - LOST_AFTER_MS)],
  );
}

/**
 * Takes what is due and writes the attempt down before anything goes. Whether the person still agrees is asked at this last moment:
 * a letter that waited while their consent ended is held back, and why is kept.
 */
export async function claimLetters(tx: Tx, now: Date): Promise<{ claimed: ClaimedLetter[]; seen: number }> {
  const due: (ClaimedLetter & { over: boolean })[] = await tx.query(
    `SELECT l.id, l.kind, l.prescription_id AS "prescriptionId", coalesce(l.mail, p.prescriber_mail) AS "to", l.tries,
            CASE WHEN l.kind = 'LINK' THEN l.ends_at <= $1
                 ELSE p.forgotten OR p.prescriber_mail IS NULL OR p.consent_withdrawn_at IS NOT NULL
                      OR p.consent_until < ($1::timestamptz AT TIME ZONE k.zone)::date END AS over
     FROM prescriber_letter l LEFT JOIN prescription p ON p.id = l.prescription_id LEFT JOIN known_branch k ON k.branch = p.branch
     WHERE l.state = 'WAITING' AND l.due_at <= $1 ORDER BY l.due_at, l.id LIMIT ${AT_ONCE} FOR UPDATE OF l SKIP LOCKED`,
    [now],
  );
  await tx.query(
    `UPDATE prescriber_letter l SET state = CASE WHEN v.over THEN 'HELD_BACK' ELSE 'PROCESSED' END,
       why = CASE WHEN v.over THEN CASE WHEN l.kind = 'LINK' THEN 'OVER' ELSE 'CONSENT_ENDED' END END,
       processed_at = CASE WHEN NOT v.over THEN $3::timestamptz END, tries = l.tries + CASE WHEN v.over THEN 0 ELSE 1 END
     FROM unnest($1::uuid[], $2::boolean[]) AS v(id, over) WHERE l.id = v.id`,
    [due.map(({ id }) => id), due.map(({ over }) => over), now],
  );
  return { claimed: due.filter(({ over }) => !over), seen: due.length };
}
