import type { ErasureGround } from '#events';
import type { Tx } from '#persistence';

/** An erasure as it is kept: ids, and no word of anybody. */
export interface Erasure {
  readonly beneficiaryId: string;
  readonly branch: string;
  readonly erasedAt: Date;
  readonly ground: ErasureGround;
  /** Null when it was learned from the journal, by tables older than the erasure. */
  readonly erasedBy: string | null;
}

/** What was removed or emptied, by what it was. */
export interface Removed {
  readonly what: string;
  readonly count: number;
}

/**
 * Takes everything that tells who somebody is out of this service's tables, and notes the erasure with what went. What figures
 * were counted by stays: branch, kind, day, the gender of that day. Doing it again changes nothing.
 */
export async function eraseRecord(tx: Tx, erasure: Erasure): Promise<void> {
  const { beneficiaryId: id, branch, erasedAt, ground, erasedBy } = erasure;
  const noted: unknown[] = await tx.query(
    `INSERT INTO erasure (beneficiary_id, branch, erased_at, ground, erased_by) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [id, branch, erasedAt, ground, erasedBy],
  );
  if (noted.length === 0) return;
  const count = async (what: string, statement: string, ...more: unknown[]): Promise<Removed> => {
    const [row]: { n: number }[] = await tx.query(
      `WITH gone AS (${statement} RETURNING 1) SELECT count(*)::int AS n FROM gone`,
      [id, ...more],
    );
    return { what, count: row?.n ?? 0 };
  };
  const removed = [
    await count(
      'record',
      `UPDATE beneficiary SET given_name = NULL, family_name = NULL, birth_year = NULL, stated_age_band = NULL, phone = NULL,
         no_phone = false, email = NULL, no_email = false, contact_preference = 'NONE', spoken_language = NULL, first_need = NULL,
         organisation_id = NULL, restricted_at = NULL, restriction_ground = NULL, objected_on = NULL, last_contact_on = NULL, version = version + 1, erased_at = $2
       WHERE id = $1 AND erased_at IS NULL`,
      erasedAt,
    ),
    await count(
      'later situations',
      `DELETE FROM situation WHERE beneficiary_id = $1
         AND holds_from > (SELECT min(holds_from) FROM situation WHERE beneficiary_id = $1)`,
    ),
    await count(
      'first situation',
      `UPDATE situation SET social_status = 'NOT_STATED', commune_code = NULL WHERE beneficiary_id = $1
         AND holds_from = (SELECT min(holds_from) FROM situation WHERE beneficiary_id = $1)`,
    ),
    await count('reasons of corrections', `UPDATE correction SET reason = '' WHERE beneficiary_id = $1`),
    await count('days of contact', 'DELETE FROM contact WHERE beneficiary_id = $1'),
    await count('notices', 'DELETE FROM notice WHERE beneficiary_id = $1'),
    await count('seats', 'DELETE FROM known_seat WHERE beneficiary_id = $1'),
    await count(
      'prescriptions',
      `UPDATE prescription SET given_name = NULL, family_name = NULL, birth_year = NULL, phone = NULL, spoken_language = NULL,
         availability = NULL, reason = NULL, other_place_words = NULL, prescriber_mail = NULL, forgotten = true WHERE beneficiary_id = $1 AND NOT forgotten`,
    ),
    await count('support journeys', 'DELETE FROM support_journey WHERE beneficiary_id = $1'),
    await count('redirections', 'DELETE FROM redirection WHERE beneficiary_id = $1'),
    await count('acts in their name', 'DELETE FROM mandate_act WHERE beneficiary_id = $1'),
    await count('mandates', 'DELETE FROM mandate WHERE beneficiary_id = $1'),
    await count('assessments', 'DELETE FROM assessment WHERE beneficiary_id = $1'),
    await count('likely duplicates', 'DELETE FROM duplicate_pair WHERE low_id = $1 OR high_id = $1'),
    await count('keys of lists', 'DELETE FROM imported_person WHERE beneficiary_id = $1'),
    await count(
      'rows of lists',
      'UPDATE people_import_row SET beneficiary_id = NULL, key = NULL WHERE beneficiary_id = $1',
    ),
    await count('last opened', 'DELETE FROM opened_beneficiary WHERE beneficiary_id = $1'),
    // The mark of what a form sent is made of names as well.
    await count('keys of repeated requests', 'DELETE FROM idempotency_key WHERE result_id = $1::text'),
  ];
  await keepReceipt(tx, { beneficiaryId: id, branch, service: 'beneficiaries', at: erasedAt, removed });
}

/** Keeps that a service has let go of the person; the first word of each holds. */
export async function keepReceipt(
  tx: Tx,
  receipt: { beneficiaryId: string; branch: string; service: string; at: Date; removed: readonly Removed[] },
): Promise<void> {
  await tx.query(
    `INSERT INTO erasure_receipt (beneficiary_id, branch, service, at, removed) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [receipt.beneficiaryId, receipt.branch, receipt.service, receipt.at, JSON.stringify(receipt.removed)],
  );
}
