import type { Tx } from '#persistence';

/** Where a contact was learned from: an act, a seat somebody came to, a sale, the person's own change, a member's word. */
export type ContactKind = 'ACT' | 'SEAT' | 'SALE' | 'RECORD' | 'DECLARED';

/** One contact, by what it came from. */
export interface Contact {
  readonly kind: ContactKind;
  readonly sourceId: string;
  /** Null = it was nobody's, or is no longer: what it came from was taken back. */
  readonly beneficiaryId: string | null;
  readonly occurredOn: string;
}

/** Keeps a contact in place of what was known from the same source; the last contact of everybody concerned follows. */
export async function keepContact(tx: Tx, { kind, sourceId, beneficiaryId, occurredOn }: Contact): Promise<void> {
  const [before]: { beneficiary_id: string }[] = await tx.query(
    'SELECT beneficiary_id FROM contact WHERE kind = $1 AND source_id = $2 FOR UPDATE',
    [kind, sourceId],
  );
  if (before && before.beneficiary_id !== beneficiaryId)
    await tx.query('DELETE FROM contact WHERE kind = $1 AND source_id = $2', [kind, sourceId]);
  if (beneficiaryId !== null)
    await tx.query(
      `INSERT INTO contact (kind, source_id, beneficiary_id, branch, occurred_on)
       SELECT $1, $2, id, branch, $4 FROM beneficiary WHERE id = $3 AND erased_at IS NULL
       ON CONFLICT (kind, source_id) DO UPDATE SET occurred_on = EXCLUDED.occurred_on`,
      [kind, sourceId, beneficiaryId, occurredOn],
    );
  const concerned = new Set([before?.beneficiary_id, beneficiaryId]);
  for (const id of concerned) if (id != null) await recountContacts(tx, id);
}

/** The last contact of a person, whichever of their records it was noted under: all of them are kept as long. */
export async function recountContacts(tx: Tx, beneficiaryId: string): Promise<void> {
  await tx.query(
    `WITH one AS MATERIALIZED (SELECT id FROM same_person($1) AS one(id))
     UPDATE beneficiary SET last_contact_on = (SELECT max(occurred_on) FROM contact WHERE beneficiary_id IN (SELECT id FROM one))
     WHERE id IN (SELECT id FROM one) AND erased_at IS NULL`,
    [beneficiaryId],
  );
}
