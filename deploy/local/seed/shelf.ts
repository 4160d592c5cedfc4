import type { EquipmentType, Grade } from '#events';
import type { ArticleDescription } from '../../../services/equipment/src/articles/article.entity.js';
import { CreateArticle } from '../../../services/equipment/src/articles/create-article/create-article.js';
import { ReceiveArticles } from '../../../services/equipment/src/articles/receive-articles/receive-articles.js';
import { SetTariff } from '../../../services/equipment/src/tariffs/set-tariff/set-tariff.js';
import { coordinator, type DemoService, managerOf } from './demo-world.js';
import { itIsNow } from './story.js';

/** Solidarity prices in cents: a laptop at 70 €, 150 € at most; a phone never above 100 €. */
export const PRICES: Readonly<Record<EquipmentType, Readonly<Record<Grade, number>>>> = {
  COMPUTER: { PREMIUM: 15_000, A: 10_000, B: 7_000, C: 5_000, D: 3_000 },
  TABLET: { PREMIUM: 9_000, A: 7_000, B: 5_000, C: 4_000, D: 2_000 },
  SMARTPHONE: { PREMIUM: 10_000, A: 8_000, B: 6_000, C: 4_000, D: 2_500 },
};
export const SIM_CENTS = 200;
export const TOP_UP_CENTS = 500;
/** Of each article, on the first day. */
const FIRST_STOCK = 1_500;

/** The national tariff from the first day of the year on. */
export async function setTariffs(service: DemoService, from: string): Promise<void> {
  itIsNow(`${from}T08:00:00Z`);
  for (const [type, grades] of Object.entries(PRICES))
    for (const [grade, cents] of Object.entries(grades)) {
      const tariff = { type: type as EquipmentType, grade: grade as Grade, cents, marketCents: cents * 4, from };
      await service.use(SetTariff).execute(tariff, coordinator);
    }
}

/** What a branch sells besides devices: ids of its articles. */
export interface Shelf {
  readonly sim: string;
  readonly topUp: string;
}

/** SIM cards and top-ups of a branch, enough for the year. */
export async function stockShelf(service: DemoService, branch: string): Promise<Shelf> {
  const actor = managerOf(branch);
  const stock = async (article: ArticleDescription) => {
    const { id } = await service.use(CreateArticle).execute({ ...article, branch }, actor);
    await service.use(ReceiveArticles).execute({ id, quantity: FIRST_STOCK }, actor);
    return id;
  };
  return {
    sim: await stock({ code: 'SIM', label: 'Carte SIM', kind: 'SIM_CARD', cents: SIM_CENTS }),
    topUp: await stock({ code: 'RECHARGE-20', label: 'Recharge 20 Go', kind: 'TOP_UP', cents: TOP_UP_CENTS }),
  };
}
