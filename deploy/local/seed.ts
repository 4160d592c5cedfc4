/* Fills the demo network: a year of thirteen branches through the services' own use cases, on a clock that steps. */
import 'reflect-metadata';
import { localDay } from '#runtime';
import { BeneficiariesModule } from '../../services/beneficiaries/src/beneficiaries.module.js';
import { EquipmentModule } from '../../services/equipment/src/equipment.module.js';
import { NetworkModule } from '../../services/network/src/network.module.js';
import { WorkshopsModule } from '../../services/workshops/src/workshops.module.js';
import { runWorkshops } from './seed/activity.js';
import { BRANCHES, type DemoBranch } from './seed/branches.js';
import { openService, until } from './seed/demo-world.js';
import { type Grounds, openBranches } from './seed/grounds.js';
import { type DemoPerson, enrolPeople } from './seed/people.js';
import { planAhead, planYear, shift } from './seed/plan.js';
import { Dice } from './seed/random.js';
import { setTariffs } from './seed/shelf.js';
import { live } from './seed/story.js';
import { runTill } from './seed/till.js';

const SEED = 20_131;
const begun = performance.now();
const say = (words: string) =>
  console.log(`  [${((performance.now() - begun) / 1000).toFixed(1).padStart(5)} s] ${words}`);

const [network, beneficiaries, workshops, equipment] = await Promise.all([
  openService('network', NetworkModule),
  openService('beneficiaries', BeneficiariesModule),
  openService('workshops', WorkshopsModule),
  openService('equipment', EquipmentModule),
]);
if ((await network.count('SELECT count(*) AS n FROM branch')) > 0) {
  console.error(
    'This network is not empty. npm run reset -- --yes, then npm start, fills it anew; npm start -- --empty goes on with it.',
  );
  process.exit(2);
}
say('Services opened');

const now = new Date();
const today = localDay(now, 'Europe/Paris');
const firstDay = shift(today, -366);
const past = Map.groupBy(planYear(today, new Dice(SEED)), (plan) => plan.branch.code);
const ahead = Map.groupBy(planAhead(today), (plan) => plan.branch.code);
const daysOf = ({ code }: DemoBranch) => ({ past: past.get(code) ?? [], ahead: ahead.get(code) ?? [], now });
/** Each branch lives its year with dice of its own, so that what runs side by side comes out the same. */
const eachBranch = async (salt: number, part: (branch: DemoBranch, dice: Dice) => Promise<void>): Promise<void> => {
  const left = BRANCHES.map((branch, index) => ({ branch, dice: new Dice(SEED + salt + index) }));
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { branch, dice } = next;
      await live(dice, () => part(branch, dice));
    }
  };
  await Promise.all([lane(), lane(), lane()]);
};

const grounds: Grounds = await live(new Dice(SEED + 1), () => openBranches(network, today));
await until('branches and places', async () => {
  const [places, organisations, tills] = await Promise.all([
    workshops.count('SELECT count(*) AS n FROM known_place'),
    beneficiaries.count('SELECT count(*) AS n FROM known_organisation'),
    equipment.count('SELECT count(*) AS n FROM known_branch'),
  ]);
  return places === grounds.places && organisations === grounds.organisations && tills === BRANCHES.length;
});
say(`${BRANCHES.length} branches, ${grounds.places} places, ${grounds.organisations} organisations`);

const people = new Map<string, DemoPerson[]>();
await eachBranch(100, async (branch) => {
  people.set(
    branch.code,
    await enrolPeople(beneficiaries, branch, daysOf(branch), grounds.organisationsOf(branch.code)),
  );
});
const enrolled = await beneficiaries.count('SELECT count(*) AS n FROM beneficiary');
say(`${enrolled} people enrolled`);
const knowEverybody = async (service: typeof workshops) =>
  (await service.count('SELECT count(*) AS n FROM known_person')) === enrolled;
await until('people', async () => (await knowEverybody(workshops)) && (await knowEverybody(equipment)));
say('Everybody is known everywhere');

await live(new Dice(SEED + 2), () => setTariffs(equipment, firstDay));
await Promise.all([
  eachBranch(200, (branch) =>
    runWorkshops(workshops, branch, daysOf(branch), grounds.placesOf(branch.code), people.get(branch.code) ?? []),
  ),
  eachBranch(300, (branch, dice) => runTill(equipment, branch, daysOf(branch), people.get(branch.code) ?? [], dice)),
]);
say(
  `${await workshops.count('SELECT count(*) AS n FROM session')} sessions, ${await workshops.count('SELECT count(*) AS n FROM support_act')} support acts in courses and drop-ins`,
);
say(
  `${await equipment.count('SELECT count(*) AS n FROM device')} devices, ${await equipment.count('SELECT count(*) AS n FROM sale')} sales`,
);
say('The year is told');
process.exit(0);
