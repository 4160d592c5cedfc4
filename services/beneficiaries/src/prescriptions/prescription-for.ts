import { NOT_FOUND, requireVersion } from '#errors';
import { lockAggregate } from '#messaging';
import type { Tx } from '#persistence';
import { Prescription } from './prescription.entity.js';

/** The prescription, nobody else's to change until the transaction ends. Refuses `NOT_FOUND`, `CHANGED_MEANWHILE`. */
export async function prescriptionFor(tx: Tx, id: string, expectedVersion?: number | null): Promise<Prescription> {
  await lockAggregate(tx, 'beneficiaries.prescriptions', id);
  const prescription = await tx.findOneBy(Prescription, { id });
  if (!prescription) throw NOT_FOUND({ what: 'Prescription', whatEn: 'Prescription' }, 'input.id');
  requireVersion(prescription.version, expectedVersion);
  return prescription;
}
