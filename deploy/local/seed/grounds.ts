import { OpenBranch } from '../../../services/network/src/branches/open-branch/open-branch.js';
import { RegisterDonor } from '../../../services/network/src/donors/register-donor/register-donor.js';
import { RegisterOrganisation } from '../../../services/network/src/organisations/register-organisation/register-organisation.js';
import { RegisterPlace } from '../../../services/network/src/places/register-place/register-place.js';
import { type DemoBranch } from './branches.js';
import { coordinator, type DemoService } from './demo-world.js';
import { shift } from './plan.js';
import { itIsNow } from './story.js';

/** What the branches stand on: where they receive, and who sends people to them. */
export interface Grounds {
  readonly branches: number;
  readonly places: number;
  readonly organisations: number;
  placesOf(branch: string): readonly string[];
  organisationsOf(branch: string): readonly string[];
  readonly donors: number;
  donorsOf(branch: string): readonly string[];
}

const ORGANISATIONS = [
  { name: (city: string) => `CCAS de ${city}`, structureType: 'CCAS' },
  { name: (city: string) => `Mission locale de ${city}`, structureType: 'ML' },
  { name: (city: string) => `Secours solidaire de ${city}`, structureType: 'ASSO' },
];

const DONORS = [
  { kind: 'ORGANISATION' as const, name: (city: string) => `Métropole de ${city}` },
  { kind: 'ORGANISATION' as const, name: (city: string) => `Assurances du Fleuve, agence de ${city}` },
];

/** Opens the branches, each with a place to receive in, a second one where much is going on, and its partners. */
export async function openBranches(
  network: DemoService,
  branches: readonly DemoBranch[],
  today: string,
): Promise<Grounds> {
  itIsNow(`${shift(today, -366)}T07:00:00Z`);
  const places = new Map<string, string[]>();
  const organisations = new Map<string, string[]>();
  const donors = new Map<string, string[]>();
  for (const branch of branches)
    await network.database.together(coordinator, async () => {
      const { code, city, communeCode, latitude, longitude, age } = branch;
      const openedOn = shift(today, -age);
      await network.use(OpenBranch).execute({ code, city, communeCode, latitude, longitude, openedOn }, coordinator);
      places.set(code, await registerPlaces(network, branch));
      organisations.set(code, await registerOrganisations(network, branch));
      donors.set(code, await registerDonors(network, branch));
    });
  const count = (map: ReadonlyMap<string, readonly string[]>) =>
    [...map.values()].reduce((sum, ids) => sum + ids.length, 0);
  return {
    branches: branches.length,
    places: count(places),
    organisations: count(organisations),
    donors: count(donors),
    donorsOf: (branch) => donors.get(branch) ?? [],
    placesOf: (branch) => places.get(branch) ?? [],
    organisationsOf: (branch) => organisations.get(branch) ?? [],
  };
}

async function registerPlaces(network: DemoService, branch: DemoBranch): Promise<string[]> {
  const { code, city, communeCode, postcode, latitude, longitude, weight } = branch;
  const common = { branch: code, commune: city, postcode, inseeCode: communeCode };
  const descriptions = [
    {
      ...common,
      name: `Espace de solidarité numérique de ${city}`,
      address: '1 place de la Passerelle',
      latitude,
      longitude,
    },
    {
      ...common,
      name: `Médiathèque de ${city}`,
      address: '12 rue des Livres',
      latitude: latitude + 0.008,
      longitude: longitude + 0.011,
    },
  ].slice(0, weight >= 1 ? 2 : 1);
  const ids: string[] = [];
  for (const description of descriptions)
    ids.push((await network.use(RegisterPlace).execute(description as never, coordinator)).id);
  return ids;
}

async function registerOrganisations(network: DemoService, { code, city }: DemoBranch): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, structureType } of ORGANISATIONS)
    ids.push(
      (
        await network
          .use(RegisterOrganisation)
          .execute({ branch: code, name: name(city), structureType: structureType as never }, coordinator)
      ).id,
    );
  return ids;
}

async function registerDonors(network: DemoService, { code, city }: DemoBranch): Promise<string[]> {
  const ids: string[] = [];
  for (const { kind, name } of DONORS)
    ids.push((await network.use(RegisterDonor).execute({ branch: code, kind, name: name(city) }, coordinator)).id);
  return ids;
}
