import { BENEFICIARY_RESTRICTED, NOT_YET_KNOWN } from '#errors';
import type { PersonClasses } from '#events';
import { type Database, type Tx, waitUntilKnown } from '#persistence';

/** Classes of somebody of whom nothing was said. */
export const UNSTATED: PersonClasses = {
  gender: 'NOT_STATED',
  ageBand: 'NOT_STATED',
  socialStatus: 'NOT_STATED',
  communeCode: null,
};

/** The branch's zone. Refuses `NOT_YET_KNOWN` for a branch this service has not heard of. */
export async function zoneOf(tx: Tx, branch: string): Promise<string> {
  return (await calendarOf(tx, branch)).zone;
}

/** The zone by which a branch is read: of one this service has not heard of, in which nothing happened, metropolitan France's. */
export async function zoneToRead(tx: Tx, branch: string): Promise<string> {
  const [row]: { zone: string }[] = await tx.query('SELECT zone FROM known_branch WHERE branch = $1', [branch]);
  return row?.zone ?? 'Europe/Paris';
}

/** By which clocks and public holidays a branch lives. */
export interface BranchCalendar {
  readonly zone: string;
  /** Null until the network service tells it: then only what holds everywhere is a holiday. */
  readonly communeCode: string | null;
}

/** The branch's clocks and holidays. Refuses `NOT_YET_KNOWN` for a branch this service has not heard of. */
export async function calendarOf(tx: Tx, branch: string): Promise<BranchCalendar> {
  const [row]: { zone: string; commune_code: string | null }[] = await tx.query(
    'SELECT zone, commune_code FROM known_branch WHERE branch = $1',
    [branch],
  );
  if (!row) throw NOT_YET_KNOWN({ what: 'Antenne', whatEn: 'Branch' }, 'input.branch');
  return { zone: row.zone, communeCode: row.commune_code };
}

/** Waits up to two seconds for a person or place whose event is still on its way; then refuses `NOT_YET_KNOWN`; at once `BENEFICIARY_RESTRICTED`. */
export function waitUntilNamedAreKnown(database: Database, wanted: Named): Promise<void> {
  return waitUntilKnown(database, (tx) => firstUnknown(tx, wanted));
}

interface Named {
  readonly beneficiaryId?: string | null | undefined;
  readonly placeId?: string | null | undefined;
}

async function firstUnknown(tx: Tx, { beneficiaryId = null, placeId = null }: Named) {
  if (beneficiaryId === null && placeId === null) return undefined;
  const [known]: { person: boolean; restricted: boolean; place: boolean }[] = await tx.query(
    `SELECT EXISTS (SELECT FROM known_person WHERE beneficiary_id = $1 AND NOT voided) AS person,
            EXISTS (SELECT FROM known_person WHERE beneficiary_id = $1 AND restricted) AS restricted,
            EXISTS (SELECT FROM known_place WHERE place_id = $2 AND usable) AS place`,
    [beneficiaryId, placeId],
  );
  if (known?.restricted) throw BENEFICIARY_RESTRICTED({}, 'input.beneficiaryId');
  if (beneficiaryId !== null && !known?.person)
    return NOT_YET_KNOWN({ what: 'Personne', whatEn: 'Person' }, 'input.beneficiaryId');
  if (placeId !== null && !known?.place) return NOT_YET_KNOWN({ what: 'Lieu', whatEn: 'Place' }, 'input.placeId');
  return undefined;
}

/**
 * The classes a person had on a day. Locks their class rows against a correction running at the same time, so that an
 * act is stamped either before it (and restamped by it) or after it.
 */
export async function classesOn(tx: Tx, beneficiaryId: string | null, day: string): Promise<PersonClasses> {
  if (beneficiaryId === null) return UNSTATED;
  return (await classesOfAllOn(tx, [beneficiaryId], day)).get(beneficiaryId) ?? UNSTATED;
}

/** The classes these people had on a day, by person; nobody of whom nothing is known, or who objected for that day. Locks as `classesOn` does. */
export async function classesOfAllOn(
  tx: Tx,
  beneficiaryIds: readonly string[],
  day: string,
): Promise<Map<string, PersonClasses>> {
  // In one order, so that two groups with people in common do not wait for each other in a ring.
  await tx.query(
    'SELECT 1 FROM known_person WHERE beneficiary_id = ANY ($1::uuid[]) ORDER BY beneficiary_id FOR SHARE',
    [beneficiaryIds],
  );
  const rows: {
    beneficiary_id: string;
    gender: string;
    age_band: string;
    social_status: string;
    commune_code: string | null;
  }[] = await tx.query(
    // The oldest entry holds for all earlier days too.
    `SELECT DISTINCT ON (beneficiary_id) beneficiary_id, gender, age_band, social_status, commune_code
     FROM person_class JOIN known_person k USING (beneficiary_id)
     WHERE beneficiary_id = ANY ($1::uuid[]) AND NOT (coalesce(k.objected_from <= $2, false) AND coalesce($2 < k.objected_until, true))
     ORDER BY beneficiary_id, (holds_from <= $2) DESC, CASE WHEN holds_from <= $2 THEN holds_from END DESC, holds_from`,
    [beneficiaryIds, day],
  );
  return new Map(
    rows.map((row) => [
      row.beneficiary_id,
      {
        gender: row.gender,
        ageBand: row.age_band,
        socialStatus: row.social_status,
        communeCode: row.commune_code,
      } as PersonClasses,
    ]),
  );
}
