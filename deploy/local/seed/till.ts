import { Refusal } from '#errors';
import { CorrectSale } from '../../../services/equipment/src/sales/correct-sale/correct-sale.js';
import { MakeSale } from '../../../services/equipment/src/sales/make-sale/make-sale.js';
import { VoidSale } from '../../../services/equipment/src/sales/void-sale/void-sale.js';
import { type DemoBranch } from './branches.js';
import { type DemoService, managerOf } from './demo-world.js';
import { type DemoDevice, receiveDevice, refurbish } from './devices.js';
import { receiveLot, removeHopeless } from './gifts.js';
import { type DemoPerson, someone } from './people.js';
import { type BranchDays, chaptersOf, type DayPlan, hourOf } from './plan.js';
import { type Dice } from './random.js';
import { PRICES, type Shelf, SIM_CENTS, stockShelf, TOP_UP_CENTS } from './shelf.js';
import { itIsNow, sideBySide } from './story.js';

/** What a branch sells with: its people and its shelf. */
interface Till {
  readonly people: readonly DemoPerson[];
  readonly shelf: Shelf;
  readonly days: BranchDays;
}

/** A branch's devices and sales: the year up to yesterday, and this morning. */
export async function runTill(
  service: DemoService,
  branch: DemoBranch,
  days: BranchDays,
  { people, donors }: { readonly people: readonly DemoPerson[]; readonly donors: readonly string[] },
  dice: Dice,
): Promise<void> {
  itIsNow(`${days.past[0]?.day ?? ''}T06:00:00Z`);
  const till = { people, days, shelf: await stockShelf(service, branch.code) };
  const onShelf = new Set<DemoDevice>();
  for (const [index, chapter] of chaptersOf(days).entries())
    await service.database.together(managerOf(branch.code), async () => {
      const received: DemoDevice[] = [];
      const lotId = await receiveLot(service, chapter, donors[index % donors.length] ?? '', days);
      for (const plan of chapter)
        for (let n = 0; n < plan.devices; n++) received.push(await receiveDevice(service, plan, lotId, days, dice));
      const ready = new Set<DemoDevice>();
      await sideBySide(
        received.map((device) => async () => {
          if (await refurbish(service, device, days)) ready.add(device);
        }),
      );
      for (const device of received) if (ready.has(device)) onShelf.add(device);
      await removeHopeless(service, chapter, received, days);
      // Receipts are numbered: sales of a branch are made one after the other, in the order of the days.
      for (const plan of chapter) {
        for (const device of onShelf) {
          if (device.fate.sold === null || device.fate.sold > plan.day) continue;
          onShelf.delete(device);
          await sellDevice(service, plan, device, till, dice);
        }
        for (let n = 0; n < plan.connections; n++) await sellConnection(service, plan, till, dice);
      }
    });
}

/** Half of the devices go with a SIM card, and many of these with top-ups. */
async function sellDevice(service: DemoService, plan: DayPlan, device: DemoDevice, till: Till, dice: Dice) {
  const sims = dice.chance(0.5) ? 1 : 0;
  const topUps = sims > 0 && dice.chance(0.6) ? dice.between(1, 3) : 0;
  const { tag, type, fate } = device;
  await sell(service, plan, { tag, cents: PRICES[type][fate.grade], sims, topUps }, till, dice);
}

async function sellConnection(service: DemoService, plan: DayPlan, till: Till, dice: Dice) {
  const sims = dice.chance(0.35) ? 1 : 0;
  await sell(service, plan, { cents: 0, sims, topUps: dice.between(1 - sims, 2) }, till, dice);
}

const PAST_THE_RIGHT = new Set(['WINDOW_ENDED', 'CAP_PASSED']);

interface Basket {
  readonly tag?: string;
  /** Price of what has the tag. */
  readonly cents: number;
  readonly sims: number;
  readonly topUps: number;
}

async function sell(service: DemoService, plan: DayPlan, basket: Basket, { people, shelf, days }: Till, dice: Dice) {
  const { tag, sims, topUps } = basket;
  const actor = managerOf(plan.branch.code);
  itIsNow(hourOf(plan, `${String(dice.between(10, 15))}:${String(dice.between(0, 59)).padStart(2, '0')}`, days));
  const cents = basket.cents + sims * SIM_CENTS + topUps * TOP_UP_CENTS;
  const kind = dice.pick([
    ['CASH', 60],
    ['CARD', 30],
    ['PARTNER', 10],
  ]);
  const buyer = someone(plan.day, people, dice);
  const receipt = (beneficiaryId: string | null) =>
    service.use(MakeSale).execute(
      {
        branch: plan.branch.code,
        lines: [
          ...(tag === undefined ? [] : [{ tag }]),
          ...(sims > 0 ? [{ articleId: shelf.sim, quantity: sims }] : []),
          ...(topUps > 0 ? [{ articleId: shelf.topUp, quantity: topUps }] : []),
        ],
        payments: [{ kind, cents }],
        beneficiaryId,
      },
      actor,
    );
  const { id } = await receipt(buyer).catch((error: unknown) => {
    // Whose right has ended or is used up for the month sends somebody else, whom nobody notes.
    if (error instanceof Refusal && PAST_THE_RIGHT.has(error.code)) return receipt(null);
    throw error;
  });
  const afterwards = dice.next();
  if (afterwards < 0.012)
    await service.use(VoidSale).execute({ id, reason: 'La personne a renoncé à son achat' }, actor);
  else if (afterwards < 0.024) {
    const payments = [{ kind: kind === 'CARD' ? ('CASH' as const) : ('CARD' as const), cents }];
    await service.use(CorrectSale).execute({ id, payments, reason: 'Moyen de paiement mal saisi' }, actor);
  }
}
