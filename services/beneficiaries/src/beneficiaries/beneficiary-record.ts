import { BENEFICIARY_RESTRICTED, NOT_FOUND, requireVersion } from '#errors';
import { lockAggregate } from '#messaging';
import type { Clock, Tx } from '#persistence';
import { localDay } from '#runtime';
import { zoneOf } from '../known/known.js';
import { Beneficiary } from './beneficiary.entity.js';
import { BENEFICIARY_ERASED, BENEFICIARY_VOIDED } from './beneficiary.refusals.js';
import type { StatedSituation } from './class-history.js';
import type { Moment } from './enrolment-input.js';
import { Situation } from './situation.entity.js';

const TOPIC = 'beneficiaries.people';

/** A person and their situations, oldest first. */
export interface BeneficiaryRecord {
  readonly beneficiary: Beneficiary;
  readonly situations: readonly StatedSituation[];
}

/**
 * The person, theirs alone to change until the transaction ends. The version compared is the record's own: contact data
 * changes it too, which no event tells of. Refuses `NOT_FOUND`, `BENEFICIARY_ERASED`,
 * `BENEFICIARY_VOIDED`, `BENEFICIARY_RESTRICTED`, `CHANGED_MEANWHILE`.
 */
export async function recordToChange(tx: Tx, id: string, expectedVersion?: number | null): Promise<BeneficiaryRecord> {
  const beneficiary = await personToErase(tx, id, expectedVersion);
  if (beneficiary.voided) throw BENEFICIARY_VOIDED({}, 'input.id');
  if (beneficiary.restrictedAt !== null) throw BENEFICIARY_RESTRICTED({}, 'input.id');
  return { beneficiary, situations: await situationsOf(tx, id) };
}

/** The same person, also when their enrolment was taken back: a mistake holds a name too. */
export async function personToErase(tx: Tx, id: string, expectedVersion?: number | null): Promise<Beneficiary> {
  await lockAggregate(tx, TOPIC, id);
  const beneficiary = await tx.findOneBy(Beneficiary, { id });
  if (!beneficiary) throw NOT_FOUND({ what: 'Personne', whatEn: 'Person' }, 'input.id');
  if (beneficiary.erasedAt !== null) throw BENEFICIARY_ERASED({}, 'input.id');
  requireVersion(beneficiary.version, expectedVersion);
  return beneficiary;
}

/** Writes the person and, when given, replaces their situations. */
export async function keepRecord(
  tx: Tx,
  beneficiary: Beneficiary,
  situations?: readonly StatedSituation[],
): Promise<void> {
  await tx.update(Beneficiary, { id: beneficiary.id }, beneficiary);
  if (!situations) return;
  await tx.delete(Situation, { beneficiaryId: beneficiary.id });
  await insertSituations(tx, beneficiary, situations);
}

/** Writes situations that are not there yet. */
export async function insertSituations(
  tx: Tx,
  beneficiary: Beneficiary,
  situations: readonly StatedSituation[],
): Promise<void> {
  await tx.insert(Situation, situationRows(beneficiary, situations));
}

/** A person's situations as they are written. */
export function situationRows({ id, branch }: Beneficiary, situations: readonly StatedSituation[]): Situation[] {
  return situations.map(({ holdsFrom, gender, socialStatus, communeCode }) => ({
    ...{ beneficiaryId: id, branch, holdsFrom, gender, socialStatus, communeCode },
  }));
}

/** A person's situations, oldest first. */
export function situationsOf(tx: Tx, beneficiaryId: string): Promise<Situation[]> {
  return tx.find(Situation, { where: { beneficiaryId }, order: { holdsFrom: 'ASC' } });
}

/** Now, and the day it is in the branch's zone. */
export async function momentIn(tx: Tx, branch: string, clock: Clock): Promise<Moment> {
  const now = clock.now();
  return { now, today: localDay(now, await zoneOf(tx, branch)) };
}

/** Keeps who mended what and why; the reason stays here and never travels. */
export async function noteCorrection(
  tx: Tx,
  note: { id: string; beneficiary: Beneficiary; what: string; reason: string; author: string; at: Date },
): Promise<void> {
  await tx.query(
    'INSERT INTO correction (id, branch, beneficiary_id, what, reason, author, at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [note.id, note.beneficiary.branch, note.beneficiary.id, note.what, note.reason, note.author, note.at],
  );
}
