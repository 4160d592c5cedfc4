import type { MediationTheme } from '#events';
import type { Answer, Caller } from './caller.ts';

/** A name that must be found nowhere but with its owner. */
export const CANARY = 'Qwxyzcanari';

/** What drop-ins are about here. */
export const THEMES = [
  'EMAIL',
  'BROWSING',
  'HEALTH',
  'BANKING_AND_SHOPPING',
] as const satisfies readonly MediationTheme[];

const COORDINATOR = 'national-coordinator';
const BRANCHES = {
  BX: { city: 'Bordeaux', communeCode: '33063', postcode: '33000', latitude: 44.84, longitude: -0.58 },
  LI: { city: 'Lille', communeCode: '59350', postcode: '59000', latitude: 50.63, longitude: 3.06 },
} as const;
type Branch = keyof typeof BRANCHES;

/** Today, as a date. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** What the desks work with: branches, places, workshops, a tariff. */
export interface Ground {
  readonly services: readonly string[];
  placeOf(branch: string): string;
  workshopOf(branch: string): string;
  /** The tag of a device, once somebody answers. */
  tagOf(deviceId: string): Promise<string | undefined>;
}

/** Opens two branches with all they need, before anything is broken. Throws with what was refused. */
export async function layGround(caller: Caller): Promise<Ground> {
  const places = new Map<string, string>();
  const workshops = new Map<string, string>();
  const year = today().slice(0, 4);
  await make(caller, COORDINATOR, 'setTariff', {
    type: 'COMPUTER',
    grade: 'B',
    cents: 7_000,
    marketCents: 32_000,
    from: `${year}-01-01`,
  });
  for (const [code, facts] of Object.entries(BRANCHES) as [Branch, (typeof BRANCHES)[Branch]][]) {
    const { postcode, ...branch } = facts;
    await make(caller, COORDINATOR, 'openBranch', { code, ...branch, openedOn: `${Number(year) - 2}-01-06` }, 'code');
    const manager = code === 'BX' ? 'branch-manager-bordeaux' : 'branch-manager-lille';
    const place = { branch: code, name: `Antenne de ${facts.city}`, commune: facts.city, postcode };
    places.set(code, await make(caller, manager, 'registerPlace', { ...place, address: '1 rue du Pont' }));
    const workshop = { title: 'Premiers pas', level: 'BEGINNER', themes: ['EMAIL'], minutes: 120 };
    workshops.set(code, await make(caller, manager, 'createWorkshop', workshop));
  }
  return {
    services: await placeServices(caller),
    placeOf: (branch) => places.get(branch) ?? '',
    workshopOf: (branch) => workshops.get(branch) ?? '',
    async tagOf(deviceId) {
      const query = 'query ($id: UUID!) { device(id: $id) { tag } }';
      const answer = await caller.ask(COORDINATOR, query, { id: deviceId });
      return (answer?.data?.['device'] as { tag: string } | null | undefined)?.tag;
    },
  };
}

async function placeServices(caller: Caller): Promise<string[]> {
  const answer = await caller.ask('api-client', '{ __type(name: "PlaceService") { enumValues { name } } }');
  const found = answer?.data?.['__type'] as { enumValues: { name: string }[] } | null | undefined;
  return (found?.enumValues ?? []).map(({ name }) => name);
}

/** What is not yet known here is asked again: its event is on the way. */
async function make(
  caller: Caller,
  persona: string,
  mutation: string,
  input: Record<string, unknown>,
  field = 'id',
): Promise<string> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { made: ${mutation}(input: $input) { ${field} } }`;
  let answer: Answer | undefined;
  for (let tries = 0; tries < 30; tries += 1) {
    answer = await caller.ask(persona, query, { input });
    const made = answer?.data?.['made'] as Record<string, string> | null | undefined;
    if (made?.[field]) return made[field];
    if (answer?.errors?.[0]?.extensions?.['kind'] !== 'retry') break;
  }
  throw new Error(`${mutation}: ${JSON.stringify(answer?.errors)}`);
}
