import type { EquipmentType, Grade } from '#events';
import type { ArticleDescription } from '../../../services/equipment/src/articles/article.entity.js';
import { CreateArticle } from '../../../services/equipment/src/articles/create-article/create-article.js';
import { ReceiveArticles } from '../../../services/equipment/src/articles/receive-articles/receive-articles.js';
import { GradeDevice } from '../../../services/equipment/src/devices/grade-device/grade-device.js';
import { MoveDevice } from '../../../services/equipment/src/devices/move-device/move-device.js';
import { ReceiveDevice } from '../../../services/equipment/src/devices/receive-device/receive-device.js';
import { MakeSale } from '../../../services/equipment/src/sales/make-sale/make-sale.js';
import { VoidSale } from '../../../services/equipment/src/sales/void-sale/void-sale.js';
import { SetTariff } from '../../../services/equipment/src/tariffs/set-tariff/set-tariff.js';
import { someone } from './activity.js';
import { coordinator, type DemoService, managerOf } from './demo-world.js';
import { type DemoPerson } from './people.js';
import { type BranchDays, byMonth, type DayPlan, type DemoBranch, morningOf } from './plan.js';
import { type Dice } from './random.js';
import { itIsNow } from './story.js';

const PRICES: Readonly<Record<EquipmentType, Readonly<Record<Grade, number>>>> = {
  COMPUTER: { PREMIUM: 15_000, A: 10_000, B: 7_000, C: 5_000, D: 3_000 },
  TABLET: { PREMIUM: 9_000, A: 7_000, B: 5_000, C: 4_000, D: 2_000 },
  SMARTPHONE: { PREMIUM: 10_000, A: 8_000, B: 6_000, C: 4_000, D: 2_500 },
};
const SIM_CENTS = 200;
const TOP_UP_CENTS = 500;

/** The national tariff from the first day of the year on. */
export async function setTariffs(service: DemoService, from: string): Promise<void> {
  itIsNow(`${from}T08:00:00Z`);
  for (const [type, grades] of Object.entries(PRICES))
    for (const [grade, cents] of Object.entries(grades))
      await service
        .use(SetTariff)
        .execute(
          { type: type as EquipmentType, grade: grade as Grade, cents, marketCents: cents * 4, from },
          coordinator,
        );
}

/** A branch's devices and sales: the year up to yesterday, and this morning. */
export async function runTill(
  service: DemoService,
  branch: DemoBranch,
  days: BranchDays,
  people: readonly DemoPerson[],
  dice: Dice,
): Promise<void> {
  itIsNow(`${days.past[0]?.day ?? ''}T06:00:00Z`);
  const shelf = await stockShelf(service, branch.code);
  for (const month of [...byMonth(days.past), days.ahead])
    await service.database.together(managerOf(branch.code), async () => {
      for (const plan of month) {
        itIsNow(month === days.ahead ? morningOf(plan, days) : `${plan.day}T14:00:00Z`);
        await handleDevices(service, plan, people, shelf, dice);
      }
    });
}

/** What a branch sells besides devices: ids of its articles. */
interface Shelf {
  readonly sim: string;
  readonly topUp: string;
}

/** SIM cards and top-ups of a branch, enough for the year. */
async function stockShelf(service: DemoService, branch: string): Promise<Shelf> {
  const actor = managerOf(branch);
  const stock = async (article: ArticleDescription) => {
    const { id } = await service.use(CreateArticle).execute({ ...article, branch }, actor);
    await service.use(ReceiveArticles).execute({ id, quantity: 500 }, actor);
    return id;
  };
  return {
    sim: await stock({ code: 'SIM', label: 'Carte SIM', kind: 'SIM_CARD', cents: SIM_CENTS }),
    topUp: await stock({ code: 'RECHARGE-20', label: 'Recharge 20 Go', kind: 'TOP_UP', cents: TOP_UP_CENTS }),
  };
}

/** Devices that come in on a day are graded and made ready; four in five are sold the same day, half of them with a SIM card and maybe a top-up. */
async function handleDevices(
  service: DemoService,
  plan: DayPlan,
  people: readonly DemoPerson[],
  shelf: Shelf,
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
    const topUps = withSim && dice.chance(0.6) ? dice.between(1, 3) : 0;
    const cents = PRICES[type][grade] + (withSim ? SIM_CENTS : 0) + topUps * TOP_UP_CENTS;
    const sale = await service.use(MakeSale).execute(
      {
        branch: plan.branch.code,
        lines: [
          { tag: device.tag },
          ...(withSim ? [{ articleId: shelf.sim, quantity: 1 }] : []),
          ...(topUps > 0 ? [{ articleId: shelf.topUp, quantity: topUps }] : []),
        ],
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
      },
      actor,
    );
    if (dice.chance(0.015))
      await service.use(VoidSale).execute({ id: sale.id, reason: 'La personne a renoncé à son achat' }, actor);
  }
}
