import type { DataErasureMethod, EquipmentType, Grade } from '#events';
import { GradeDevice } from '../../../services/equipment/src/devices/grade-device/grade-device.js';
import { MoveDevice } from '../../../services/equipment/src/devices/move-device/move-device.js';
import { ReceiveDevice } from '../../../services/equipment/src/devices/receive-device/receive-device.js';
import { RecordDataErasure } from '../../../services/equipment/src/devices/record-data-erasure/record-data-erasure.js';
import { type DemoService, managerOf } from './demo-world.js';
import { type BranchDays, type DayPlan, hourOf, shift } from './plan.js';
import { type Dice } from './random.js';
import { itIsNow } from './story.js';

/** A device that came in, and how it is going to fare. */
export interface DemoDevice {
  readonly id: string;
  readonly tag: string;
  readonly type: EquipmentType;
  readonly plan: DayPlan;
  readonly fate: Fate;
}

/** Days are days of the calendar; one that lies ahead has not come yet. */
interface Fate {
  readonly grade: Grade;
  readonly takenUp: string;
  readonly ready: string;
  /** The day somebody buys it; null stays on the shelf. */
  readonly sold: string | null;
  readonly hopeless: boolean;
}

const MODELS: Readonly<Record<EquipmentType, readonly string[]>> = {
  COMPUTER: ['Latitude 5490', 'ThinkPad T480', 'EliteBook 840', 'ProBook 450', 'Latitude 7490'],
  TABLET: ['Galaxy Tab A7', 'iPad 2018', 'Tab M10'],
  SMARTPHONE: ['Galaxy A20', 'Galaxy A40', 'iPhone 8', 'Redmi 9'],
};

/** How the data of each kind is removed. */
const ERASED_BY: Readonly<Record<EquipmentType, DataErasureMethod>> = {
  COMPUTER: 'OVERWRITTEN',
  TABLET: 'FACTORY_RESET',
  SMARTPHONE: 'FACTORY_RESET',
};

/** A device comes in and gets its tag. Those of a branch come one after the other, or their tags would change places. */
export async function receiveDevice(
  service: DemoService,
  plan: DayPlan,
  lotId: string,
  days: BranchDays,
  dice: Dice,
): Promise<DemoDevice> {
  itIsNow(hourOf(plan, '07:30', days));
  const type = dice.pick<EquipmentType>([
    ['COMPUTER', 62],
    ['SMARTPHONE', 28],
    ['TABLET', 10],
  ]);
  const specs = { notes: dice.one(MODELS[type]), batteryPercent: dice.between(62, 98) };
  const device = await service
    .use(ReceiveDevice)
    .execute({ branch: plan.branch.code, type, specs, lotId }, managerOf(plan.branch.code));
  return { id: device.id, tag: device.tag, type, plan, fate: fateOf(plan.day, dice) };
}

function fateOf(day: string, dice: Dice): Fate {
  const takenUp = shift(day, dice.between(0, 2));
  const ready = shift(takenUp, dice.between(1, 5));
  return {
    grade: dice.pick([
      ['PREMIUM', 5],
      ['A', 20],
      ['B', 40],
      ['C', 27],
      ['D', 8],
    ]),
    takenUp,
    ready,
    sold: dice.chance(0.9) ? shift(ready, dice.between(0, 21)) : null,
    hopeless: dice.chance(0.04),
  };
}

/** What is done to a device until it is ready, as far as the days have come; true once it is. */
export async function refurbish(service: DemoService, device: DemoDevice, days: BranchDays): Promise<boolean> {
  const { id, fate, plan } = device;
  const actor = managerOf(plan.branch.code);
  const { today } = days;
  if (fate.takenUp >= today) return false;
  itIsNow(`${fate.takenUp}T09:00:00Z`);
  await service.use(MoveDevice).execute({ id, state: 'IN_REFURBISHMENT' }, actor);
  if (fate.ready >= today) return false;
  itIsNow(`${fate.ready}T09:20:00Z`);
  if (fate.hopeless) {
    await service.use(MoveDevice).execute({ id, state: 'NOT_REUSABLE', reason: 'Carte mère hors service' }, actor);
    return false;
  }
  await service.use(GradeDevice).execute({ id, grade: fate.grade, reason: 'Contrôle au reconditionnement' }, actor);
  itIsNow(`${fate.ready}T09:40:00Z`);
  await service.use(RecordDataErasure).execute({ id, method: ERASED_BY[device.type], proof: null }, actor);
  await service.use(MoveDevice).execute({ id, state: 'READY' }, actor);
  return true;
}
