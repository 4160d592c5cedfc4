import { BENEFICIARY_RESTRICTED, NOT_YET_KNOWN } from '#errors';
import { type PersonClasses } from '#events';
import { type Database, type Tx, waitUntilKnown } from '#persistence';
import { localDay } from '#runtime';

/** Classes of somebody of whom nothing was said. */
export const UNSTATED: PersonClasses = {
  gender: 'NOT_STATED',
  ageBand: 'NOT_STATED',
  socialStatus: 'NOT_STATED',
  communeCode: null,
};

/** The branch's zone. Refuses `NOT_YET_KNOWN` for a branch this service has not heard of. */
export async function zoneOf(tx: Tx, branch: string): Promise<string> {
  const [row]: { zone: string }[] = await tx.query('SELECT zone FROM known_branch WHERE branch = $1', [branch]);
  if (!row) throw NOT_YET_KNOWN({ what: 'Antenne', whatEn: 'Branch' }, 'input.branch');
  return row.zone;
}

/** The branch’s zone, and its city, or its code while that is not known. Refuses `NOT_YET_KNOWN`. */
export async function placeOf(tx: Tx, branch: string): Promise<{ zone: string; city: string }> {
  const [row]: { city: string | null }[] = await tx.query('SELECT city FROM known_branch WHERE branch = $1', [branch]);
  return { zone: await zoneOf(tx, branch), city: row?.city ?? branch };
}

/** When an act takes place: the instant, and the day it belongs to where the branch is. */
export interface Moment {
  readonly now: Date;
  readonly day: string;
}

/** Now, and the day it is in that branch. Refuses `NOT_YET_KNOWN`. */
export async function momentIn(tx: Tx, branch: string, now: Date): Promise<Moment> {
  return { now, day: localDay(now, await zoneOf(tx, branch)) };
}

/** The codes of all branches heard of: what a tag may begin with. */
export async function branchCodes(tx: Tx): Promise<Set<string>> {
  const rows: { branch: string }[] = await tx.query('SELECT branch FROM known_branch');
  return new Set(rows.map((row) => row.branch));
}

/** Waits up to two seconds for a person whose event is still on its way; then refuses `NOT_YET_KNOWN`; at once `BENEFICIARY_RESTRICTED`. */
export async function waitUntilPersonKnown(
  database: Database,
  beneficiaryId: string | null | undefined,
): Promise<void> {
  if (beneficiaryId == null) return;
  await waitUntilKnown(database, async (tx) => {
    const [person]: { restricted: boolean }[] = await tx.query(
      'SELECT restricted FROM known_person WHERE beneficiary_id = $1 AND NOT voided',
      [beneficiaryId],
    );
    if (person?.restricted) throw BENEFICIARY_RESTRICTED({}, 'input.beneficiaryId');
    return person ? undefined : NOT_YET_KNOWN({ what: 'Personne', whatEn: 'Person' }, 'input.beneficiaryId');
  });
}

/**
 * The classes a person had on a day. Locks the person against a correction running at the same time, so that a sale is
 * stamped either before it (and restamped by it) or after it.
 */
export async function classesOn(tx: Tx, beneficiaryId: string | null, day: string): Promise<PersonClasses> {
  if (beneficiaryId === null) return UNSTATED;
  const [person]: { voided: boolean; restricted: boolean }[] = await tx.query(
    'SELECT voided, restricted FROM known_person WHERE beneficiary_id = $1 FOR SHARE',
    [beneficiaryId],
  );
  if (!person || person.voided) throw NOT_YET_KNOWN({ what: 'Personne', whatEn: 'Person' }, 'input.beneficiaryId');
  if (person.restricted) throw BENEFICIARY_RESTRICTED({}, 'input.beneficiaryId');
  return classesHeldOn(tx, beneficiaryId, day);
}

/** The classes a person had on a day; the oldest known hold for all earlier days too, none for one they objected for. */
export async function classesHeldOn(tx: Tx, beneficiaryId: string, day: string): Promise<PersonClasses> {
  const [row]: { gender: string; age_band: string; social_status: string; commune_code: string | null }[] =
    await tx.query(
      `SELECT gender, age_band, social_status, commune_code FROM person_class JOIN known_person k USING (beneficiary_id)
       WHERE beneficiary_id = $1 AND NOT (coalesce(k.objected_from <= $2, false) AND coalesce($2 < k.objected_until, true))
       ORDER BY (holds_from <= $2) DESC, CASE WHEN holds_from <= $2 THEN holds_from END DESC, holds_from LIMIT 1`,
      [beneficiaryId, day],
    );
  if (!row) return UNSTATED;
  return {
    gender: row.gender,
    ageBand: row.age_band,
    socialStatus: row.social_status,
    communeCode: row.commune_code,
  } as PersonClasses;
}
