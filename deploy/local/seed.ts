/* Fills the demo network: a year of thirteen branches through the services' own use cases, on a clock that steps. */
import 'reflect-metadata';
import { BeneficiariesModule } from '../../services/beneficiaries/src/beneficiaries.module.js';
import { EquipmentModule } from '../../services/equipment/src/equipment.module.js';
import { OpenBranch } from '../../services/network/src/branches/open-branch/open-branch.js';
import { NetworkModule } from '../../services/network/src/network.module.js';
import { RegisterPlace } from '../../services/network/src/places/register-place/register-place.js';
import { WorkshopsModule } from '../../services/workshops/src/workshops.module.js';
import { createWorkshops, type Ground, holdSessions, planSessions, receiveDropIns } from './seed/activity.js';
import { coordinator, openService, until } from './seed/demo-world.js';
import { handleDevices, setTariffs, stockSimCards } from './seed/equipment.js';
import { type DemoPerson, enrolDay } from './seed/people.js';
import { BRANCHES, type DayPlan, planYear, shift } from './seed/plan.js';
import { Dice } from './seed/random.js';

const SEED = 20_131;
const begun = performance.now();
const say = (words: string) =>
  console.log(`  [${((performance.now() - begun) / 1000).toFixed(1).padStart(5)} s] ${words}`);

const dice = new Dice(SEED);
const [network, beneficiaries, workshops, equipment] = await Promise.all([
  openService('network', NetworkModule, new Dice(SEED + 1)),
  openService('beneficiaries', BeneficiariesModule, new Dice(SEED + 2)),
  openService('workshops', WorkshopsModule, new Dice(SEED + 3)),
  openService('equipment', EquipmentModule, new Dice(SEED + 4)),
]);
if ((await network.count('SELECT count(*) AS n FROM branch')) > 0) {
  console.error(
    'This network is not empty. npm run reset -- --yes, then npm start, fills it anew; npm start -- --empty goes on with it.',
  );
  process.exit(2);
}

const today = new Date().toISOString().slice(0, 10);
const firstDay = shift(today, -366);
const days = Map.groupBy(planYear(today, dice), (plan) => plan.day);
/** Each branch has dice of its own, so that what runs side by side comes out the same. */
const diceOf = new Map(BRANCHES.map((branch, index) => [branch.code, new Dice(SEED + 100 + index)]));
const ofBranch = <T>(map: ReadonlyMap<string, T>, code: string): T => map.get(code) as T;

for (const service of [network, beneficiaries, workshops, equipment]) service.clock.set(`${firstDay}T07:00:00Z`);
const places = new Map<string, string>();
for (const { code, city, communeCode, postcode, latitude, longitude, age } of BRANCHES) {
  await network
    .use(OpenBranch)
    .execute({ code, city, communeCode, latitude, longitude, openedOn: shift(today, -age) }, coordinator);
  const place = {
    branch: code,
    name: `Espace de solidarité numérique de ${city}`,
    commune: city,
    postcode,
    address: '1 place de la Passerelle',
    inseeCode: communeCode,
    latitude,
    longitude,
  };
  places.set(code, (await network.use(RegisterPlace).execute(place as never, coordinator)).id);
}
await until(
  'branches and places',
  async () =>
    (await workshops.count('SELECT count(*) AS n FROM known_place')) === BRANCHES.length &&
    (await equipment.count('SELECT count(*) AS n FROM known_branch')) === BRANCHES.length &&
    (await beneficiaries.count('SELECT count(*) AS n FROM known_branch')) === BRANCHES.length,
);
say('13 branches and their places');

const people = new Map<string, DemoPerson[]>(BRANCHES.map(({ code }) => [code, []]));
for (const [day, plans] of days) {
  beneficiaries.clock.set(`${day}T08:00:00Z`);
  await Promise.all(
    plans.map((plan) =>
      enrolDay(beneficiaries, plan, ofBranch(people, plan.branch.code), ofBranch(diceOf, plan.branch.code)),
    ),
  );
}
const enrolled = [...people.values()].reduce((sum, list) => sum + list.length, 0);
say(`${enrolled} people enrolled`);
const knows = async (service: typeof workshops) =>
  (await service.count('SELECT count(*) AS n FROM known_person')) === enrolled;
await until('people', async () => (await knows(workshops)) && (await knows(equipment)));

async function fillWorkshops(): Promise<void> {
  const grounds = new Map<string, Ground>();
  for (const { code } of BRANCHES)
    grounds.set(code, {
      placeId: ofBranch(places, code),
      workshops: await createWorkshops(workshops, code),
      people: ofBranch(people, code),
    });
  for (const [day, plans] of days) {
    workshops.clock.set(`${shift(day, -1)}T10:00:00Z`);
    const planned = await Promise.all(
      plans.map((plan) =>
        planSessions(workshops, plan, ofBranch(grounds, plan.branch.code), ofBranch(diceOf, plan.branch.code)),
      ),
    );
    workshops.clock.set(`${day}T16:30:00Z`);
    await Promise.all(
      plans.map(async (plan, index) => {
        const own = ofBranch(diceOf, plan.branch.code);
        await holdSessions(workshops, plan.branch.code, planned[index] ?? [], own);
        await receiveDropIns(workshops, plan, ofBranch(grounds, plan.branch.code), own);
      }),
    );
  }
  // Three weeks to come, people enrolled already.
  workshops.clock.set(new Date());
  for (let ahead = 1; ahead <= 21; ahead++) {
    const day = shift(today, ahead);
    if (new Date(`${day}T00:00:00Z`).getUTCDay() === 0) continue;
    const plan = (branch: (typeof BRANCHES)[number]): DayPlan => ({
      branch,
      day,
      people: 0,
      sessions: ahead % 2,
      dropIns: 0,
      refused: 0,
      devices: 0,
    });
    await Promise.all(
      BRANCHES.map((branch) =>
        planSessions(workshops, plan(branch), ofBranch(grounds, branch.code), ofBranch(diceOf, branch.code)),
      ),
    );
  }
  say(
    `${await workshops.count('SELECT count(*) AS n FROM session')} sessions, ${await workshops.count('SELECT count(*) AS n FROM support_act')} support acts in courses and drop-ins`,
  );
}

async function fillEquipment(): Promise<void> {
  await setTariffs(equipment, firstDay);
  const own = new Map(BRANCHES.map(({ code }, index) => [code, new Dice(SEED + 200 + index)]));
  const sims = new Map<string, string>();
  for (const { code } of BRANCHES) sims.set(code, await stockSimCards(equipment, code));
  for (const [day, plans] of days) {
    equipment.clock.set(`${day}T14:00:00Z`);
    await Promise.all(
      plans.map((plan) =>
        handleDevices(
          equipment,
          plan,
          ofBranch(people, plan.branch.code),
          ofBranch(sims, plan.branch.code),
          ofBranch(own, plan.branch.code),
        ),
      ),
    );
  }
  say(
    `${await equipment.count('SELECT count(*) AS n FROM device')} devices, ${await equipment.count('SELECT count(*) AS n FROM sale')} sales`,
  );
}

await Promise.all([fillWorkshops(), fillEquipment()]);
say('The year is told');
process.exit(0);
