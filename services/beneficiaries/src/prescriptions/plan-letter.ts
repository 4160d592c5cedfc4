import type { Ids, Tx } from '#persistence';
import type { LetterKind } from './prescriber-letter.entity.js';
import type { Prescription } from './prescription.entity.js';

/**
 * Puts down that a prescriber without an account is to be written to, in the transaction in which it happened: that it came in, or a
 * step that the person agreed to. Of one step there is one letter, whatever happens twice. Whoever has an account reads it there.
 */
export async function planLetter(
  tx: Tx,
  ids: Ids,
  prescription: Prescription,
  about: { readonly kind: Exclude<LetterKind, 'LINK'>; readonly now: Date },
): Promise<void> {
  const { id, branch, prescriberMail, consentScope } = prescription;
  const { kind, now } = about;
  if (prescriberMail === null || (kind !== 'RECEIVED' && !consentScope.includes(kind))) return;
  await tx.query(
    `INSERT INTO prescriber_letter (id, branch, kind, prescription_id, state, due_at) VALUES ($1, $2, $3, $4, 'WAITING', $5)
     ON CONFLICT ON CONSTRAINT prescriber_letter_once DO NOTHING`,
    [ids.next(), branch, kind, id, now],
  );
}
