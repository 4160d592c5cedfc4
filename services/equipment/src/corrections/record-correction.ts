import type { Actor } from '#access';
import type { Tx } from '#persistence';

/** Something that was mended or taken back, and why; stays here and never travels in an event. */
export interface Correction {
  readonly id: string;
  readonly branch: string;
  readonly subjectKind: 'DEVICE' | 'ARTICLE' | 'SALE';
  readonly subjectId: string;
  readonly what: string;
  readonly reason: string;
  readonly at: Date;
}

/** Writes down why, in the transaction that does it. */
export async function recordCorrection(tx: Tx, correction: Correction, actor: Actor): Promise<void> {
  await tx.query(
    `INSERT INTO correction (id, branch, subject_kind, subject_id, what, reason, author, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      correction.id,
      correction.branch,
      correction.subjectKind,
      correction.subjectId,
      correction.what,
      correction.reason,
      actor.subject,
      correction.at,
    ],
  );
}
