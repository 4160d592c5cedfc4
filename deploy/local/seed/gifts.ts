import { Lot } from '../../../services/equipment/src/donations/lot.entity.js';
import { ReceiveDonation } from '../../../services/equipment/src/donations/receive-donation/receive-donation.js';
import { RemoveWaste } from '../../../services/equipment/src/waste/remove-waste/remove-waste.js';
import { type DemoService, managerOf } from './demo-world.js';
import type { DemoDevice } from './devices.js';
import { type BranchDays, type DayPlan, hourOf } from './plan.js';
import { chapterNow, itIsNow } from './story.js';

/** What a laptop weighs with its charger, about. */
const GRAMS_EACH = 2_600;

/** A donor brings what the chapter's devices are found in; gives the lot. */
export async function receiveLot(
  service: DemoService,
  chapter: readonly DayPlan[],
  donorId: string,
  days: BranchDays,
): Promise<string> {
  const [plan] = chapter;
  if (!plan) throw new Error('A chapter has days');
  const expected = chapter.reduce((sum, { devices }) => sum + devices, 0);
  itIsNow(hourOf(plan, '07:15', days));
  const lots = [{ label: 'Matériel de bureau réformé', expected, weightGrams: expected * GRAMS_EACH }];
  const branch = plan.branch.code;
  const { id } = await service.use(ReceiveDonation).execute({ branch, donorId, lots }, managerOf(branch));
  const lot = await chapterNow()?.tx.findOneByOrFail(Lot, { donationId: id });
  if (!lot) throw new Error('A donation has a lot');
  return lot.id;
}

/** What of a chapter could not be repaired leaves with the collector once it has been looked at; the slip bears the day the chapter began, which no other has. */
export async function removeHopeless(
  service: DemoService,
  [first]: readonly DayPlan[],
  devices: readonly DemoDevice[],
  { today }: BranchDays,
): Promise<void> {
  const gone = devices.filter(({ fate }) => fate.hopeless && fate.ready < today);
  const day = gone
    .map(({ fate }) => fate.ready)
    .toSorted()
    .at(-1);
  if (first === undefined || day === undefined) return;
  const branch = first.branch.code;
  itIsNow(`${day}T16:00:00Z`);
  const removal = { collector: 'Éco-filière des Deux Rives', slip: `BSD-${branch}-${first.day}` };
  const tags = gone.map(({ tag }) => tag);
  await service
    .use(RemoveWaste)
    .execute({ branch, tags, ...removal, weightGrams: gone.length * GRAMS_EACH }, managerOf(branch));
}
