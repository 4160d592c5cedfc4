import { In, IsNull } from 'typeorm';
import type { Tx } from '#persistence';
import { recordsOf } from '../duplicates/records-of.js';
import { SupportJourney } from './support-journey.entity.js';
import { SUPPORT_OPEN_ALREADY } from './support-journey.refusals.js';

/** All that stands of each of these people, under whichever of their records within reach, oldest first. */
export async function supportJourneysOf(tx: Tx, people: readonly string[]): Promise<Map<string, SupportJourney[]>> {
  const records = await recordsOf(tx, people);
  const all = await tx.find(SupportJourney, {
    where: { beneficiaryId: In([...records.values()].flat()), voidedAt: IsNull() },
    order: { openedOn: 'ASC', recordedAt: 'ASC', id: 'ASC' },
  });
  const of = (same: readonly string[]) => all.filter(({ beneficiaryId }) => same.includes(beneficiaryId));
  return new Map([...records].map(([asked, same]) => [asked, of(same)]));
}

/** A person goes one way at a time, under whichever of their records. Refuses `SUPPORT_OPEN_ALREADY`. */
export async function requireNoneUnderWay(tx: Tx, beneficiaryId: string): Promise<void> {
  const found = (await supportJourneysOf(tx, [beneficiaryId])).get(beneficiaryId) ?? [];
  if (found.some(({ endedOn }) => endedOn === null)) throw SUPPORT_OPEN_ALREADY({}, 'input.beneficiaryId');
}
