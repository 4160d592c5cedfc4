import { localDay } from '#runtime';
import { runWorkshops } from './activity.js';
import { BRANCHES, type DemoBranch } from './branches.js';
import { type DemoService, until } from './demo-world.js';
import { type Grounds, openBranches } from './grounds.js';
import { type DemoPerson, enrolPeople } from './people.js';
import { type BranchDays, type DayPlan, planAhead, planYear, shift } from './plan.js';
import { Dice } from './random.js';
import { setTariffs } from './shelf.js';
import { live } from './story.js';
import { runTill } from './till.js';

/** The services whose use cases tell the year. */
export interface Tellers {
  readonly network: DemoService;
  readonly beneficiaries: DemoService;
  readonly workshops: DemoService;
  readonly equipment: DemoService;
}

/** A year to be told, up to an instant: the same for the same seed and instant. */
export interface Year {
  readonly seed: number;
  readonly now: Date;
  readonly branches: readonly DemoBranch[];
  readonly past: readonly DayPlan[];
  readonly ahead: readonly DayPlan[];
}

/** The year of the whole demo network. */
export function yearUpTo(now: Date, seed = 20_131): Year {
  const today = localDay(now, 'Europe/Paris');
  return { seed, now, branches: BRANCHES, past: planYear(today, new Dice(seed)), ahead: planAhead(today) };
}

/** Branches that live at the same time: enough to keep two cores busy. */
const AT_A_TIME = 3;

/** Tells the year to services that know nothing yet; `say` hears how far it has got. */
export async function tell(year: Year, tellers: Tellers, say: (words: string) => void): Promise<void> {
  const { network, beneficiaries, workshops, equipment } = tellers;
  const today = localDay(year.now, 'Europe/Paris');

  const grounds = await live(new Dice(year.seed + 1), () => openBranches(network, year.branches, today));
  await until('branches, places and organisations', () => areKnown(grounds, tellers));
  say(`${year.branches.length} branches, ${grounds.places} places, ${grounds.organisations} organisations`);

  const people = new Map<string, DemoPerson[]>();
  await eachBranch(year, 100, async (branch, days) => {
    people.set(branch.code, await enrolPeople(beneficiaries, branch, days, grounds.organisationsOf(branch.code)));
  });
  const records = await beneficiaries.count('SELECT count(*) AS n FROM beneficiary');
  await until('people', async () => {
    const known = (service: DemoService) => service.count('SELECT count(*) AS n FROM known_person');
    return (await known(workshops)) === records && (await known(equipment)) === records;
  });
  say(`${records} people, known everywhere`);

  const peopleOf = ({ code }: DemoBranch) => people.get(code) ?? [];
  await live(new Dice(year.seed + 2), () => setTariffs(equipment, shift(today, -366)));
  await Promise.all([
    eachBranch(year, 200, (branch, days) =>
      runWorkshops(workshops, branch, days, grounds.placesOf(branch.code), peopleOf(branch)),
    ),
    eachBranch(year, 300, (branch, days, dice) =>
      runTill(equipment, branch, days, { people: peopleOf(branch), donors: grounds.donorsOf(branch.code) }, dice),
    ),
  ]);
  const held = await workshops.count('SELECT count(*) AS n FROM session');
  const acts = await workshops.count('SELECT count(*) AS n FROM support_act');
  say(`${held} sessions, ${acts} support acts in courses and drop-ins`);
  const devices = await equipment.count('SELECT count(*) AS n FROM device');
  const sales = await equipment.count('SELECT count(*) AS n FROM sale');
  say(`${devices} devices, ${sales} sales`);
}

async function areKnown(grounds: Grounds, { workshops, beneficiaries, equipment }: Tellers): Promise<boolean> {
  const [places, organisations, donors, ...branches] = await Promise.all([
    workshops.count('SELECT count(*) AS n FROM known_place'),
    beneficiaries.count('SELECT count(*) AS n FROM known_organisation'),
    equipment.count('SELECT count(*) AS n FROM known_donor'),
    ...[workshops, beneficiaries, equipment].map((service) => service.count('SELECT count(*) AS n FROM known_branch')),
  ]);
  return (
    places === grounds.places &&
    organisations === grounds.organisations &&
    donors === grounds.donors &&
    branches.every((known) => known === grounds.branches)
  );
}

/** Each branch lives its year with dice of its own, so that what runs side by side comes out the same. */
async function eachBranch(
  year: Year,
  salt: number,
  part: (branch: DemoBranch, days: BranchDays, dice: Dice) => Promise<void>,
): Promise<void> {
  const left = year.branches.map((branch, index) => ({ branch, dice: new Dice(year.seed + salt + index) }));
  const of = ({ code }: DemoBranch, plans: readonly DayPlan[]) => plans.filter((plan) => plan.branch.code === code);
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { branch, dice } = next;
      const days = {
        past: of(branch, year.past),
        ahead: of(branch, year.ahead),
        today: localDay(year.now, 'Europe/Paris'),
        now: year.now,
      };
      await live(dice, () => part(branch, days, dice));
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
}
