import type { EquipmentType, Grade } from '#events';
import { CreateArticle } from '../../../services/equipment/src/articles/create-article/create-article.js';
import { ReceiveArticles } from '../../../services/equipment/src/articles/receive-articles/receive-articles.js';
import { GradeDevice } from '../../../services/equipment/src/devices/grade-device/grade-device.js';
import { MoveDevice } from '../../../services/equipment/src/devices/move-device/move-device.js';
import { ReceiveDevice } from '../../../services/equipment/src/devices/receive-device/receive-device.js';
import { MakeSale } from '../../../services/equipment/src/sales/make-sale/make-sale.js';
import { SetTariff } from '../../../services/equipment/src/tariffs/set-tariff/set-tariff.js';
import { someone } from './activity.js';
import { coordinator, type DemoService, managerOf } from './demo-world.js';
import { type DemoPerson } from './people.js';
import { type DayPlan } from './plan.js';
import { type Dice } from './random.js';

const PRICES: Readonly<Record<EquipmentType, Readonly<Record<Grade, number>>>> = {
  COMPUTER: { PREMIUM: 15_000, A: 10_000, B: 7_000, C: 5_000, D: 3_000 },
  TABLET: { PREMIUM: 9_000, A: 7_000, B: 5_000, C: 4_000, D: 2_000 },
  SMARTPHONE: { PREMIUM: 10_000, A: 8_000, B: 6_000, C: 4_000, D: 2_500 },
};
const SIM_CENTS = 200;

/** The national tariff from the first day of the year on. */
export async function setTariffs(service: DemoService, from: string): Promise<void> {
  for (const [type, grades] of Object.entries(PRICES))
    for (const [grade, cents] of Object.entries(grades))
      await service
        .use(SetTariff)
        .execute(
          { type: type as EquipmentType, grade: grade as Grade, cents, marketCents: cents * 4, from },
          coordinator,
        );
}

/** SIM cards of a branch, enough for the year; gives the article's id. */
export async function stockSimCards(service: DemoService, branch: string): Promise<string> {
  const article = await service
    .use(CreateArticle)
    .execute(
      { branch, code: 'SIM', label: 'Carte SIM', kind: 'SIM_CARD', cents: SIM_CENTS } as never,
      managerOf(branch),
    );
  await service.use(ReceiveArticles).execute({ id: article.id, quantity: 500 }, managerOf(branch));
  return article.id;
}

/** Devices that come in on a day are graded and made ready; four in five are sold the same day, half of them with a SIM card. */
export async function handleDevices(
  service: DemoService,
  plan: DayPlan,
  people: readonly DemoPerson[],
  sim: string,
  dice: Dice,
): Promise<void> {
  const actor = managerOf(plan.branch.code);
  for (let n = 0; n < plan.devices; n++) {
    const type = dice.pick<EquipmentType>([
      ['COMPUTER', 62],
      ['SMARTPHONE', 28],
      ['TABLET', 10],
    ]);
    const grade = dice.pick<Grade>([
      ['PREMIUM', 5],
      ['A', 20],
      ['B', 40],
      ['C', 27],
      ['D', 8],
    ]);
    const device = await service.use(ReceiveDevice).execute({ branch: plan.branch.code, type }, actor);
    await service.use(MoveDevice).execute({ id: device.id, state: 'IN_REFURBISHMENT' }, actor);
    await service.use(GradeDevice).execute({ id: device.id, grade, reason: 'Contrôle au reconditionnement' }, actor);
    await service.use(MoveDevice).execute({ id: device.id, state: 'READY' }, actor);
    if (!dice.chance(0.82)) continue;
    const withSim = dice.chance(0.5);
    const cents = PRICES[type][grade] + (withSim ? SIM_CENTS : 0);
    await service.use(MakeSale).execute(
      {
        branch: plan.branch.code,
        lines: [{ tag: device.tag }, ...(withSim ? [{ articleId: sim, quantity: 1 }] : [])],
        payments: [
          {
            kind: dice.pick([
              ['CASH', 60],
              ['CARD', 30],
              ['PARTNER', 10],
            ]),
            cents,
          },
        ],
        beneficiaryId: someone(plan.day, people, dice),
      } as never,
      actor,
    );
  }
}
