import { beforeAll, expect, it } from '@jest/globals';
import { ask, command, ticks } from './caller.js';
import { bordeaux, person, readyComputer } from './given.js';

const manager = 'branch-manager-bordeaux';
const coordinator = 'national-coordinator';
const THIS_YEAR = new Date().getUTCFullYear();
let placeId: string;

beforeAll(async () => {
  ({ placeId } = await bordeaux());
}, 90_000);

it('carries a whole day of the branch to the national figures, and its corrections after it', async () => {
  const empty = await figures();
  const beneficiaryId = await person('Aïcha', 'Exemple');
  const before = plus(empty, { PEOPLE_ENROLLED: 1 });
  await settled(before);
  const dropIn = await command(manager, 'recordDropIn', {
    minutes: 30,
    themes: ['EMAIL'],
    beneficiaryId,
  });
  const refused = await command(manager, 'refuseDropIn', {});
  const device = await readyComputer();
  const sale = await command(manager, 'makeSale', {
    lines: [{ tag: device }],
    beneficiaryId,
    payments: [{ kind: 'CASH', cents: 7_000 }],
  });
  // More than before, not in all: other journeys have acts of their own in the same network.
  await settled(
    plus(before, {
      SUPPORT_ACTS: 2,
      UNIQUE_PEOPLE: 1,
      DROP_INS_REFUSED: 1,
      DEVICES_RECEIVED: 1,
      DEVICES_SOLD: 1,
      TAKINGS: 7_000,
    }),
  );
  await command(manager, 'voidSupportAct', { supportActId: dropIn['id'], reason: 'Saisi deux fois' });
  await command(manager, 'voidRefusedDropIn', { refusedDropInId: refused['id'], reason: 'Erreur de saisie' });
  await command(manager, 'voidSale', { id: sale['id'], reason: 'Matériel rendu' });
  await settled(plus(before, { DEVICES_RECEIVED: 1 }));
});

it('tells those who watch that Bordeaux has moved', async () => {
  const heard = await ticks(
    coordinator,
    (lines) => lines.some((line) => line.includes('"BX"')),
    async () => {
      await command(manager, 'recordDropIn', { minutes: 15, themes: ['BROWSING'] });
    },
  );
  expect(heard.join('\n')).not.toContain('"name"');
});

it('answers branch, next sessions, seats and stock in one query of an API client', async () => {
  const workshop = await command(manager, 'createWorkshop', {
    title: 'Premiers pas',
    level: 'BEGINNER',
    themes: ['DEVICE_BASICS'],
    minutes: 120,
  });
  const startsAt = new Date(Date.now() + 86_400_000);
  const plan = {
    placeId,
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 7_200_000).toISOString(),
    seats: 8,
  };
  await command(manager, 'scheduleSession', { workshopId: workshop['id'], ...plan });
  const answer = await ask(
    'api-client',
    `{ branch(code: "BX") { city nextSessions(first: 3) { items { title seats seatsTaken place { name } } }
       stockByGrade { grade count } } }`,
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.['branch']).toMatchObject({
    city: 'Bordeaux',
    nextSessions: {
      // Among others: more journeys than this one plan sessions here.
      items: expect.arrayContaining([
        { title: 'Premiers pas', seats: 8, seatsTaken: 0, place: { name: 'Antenne de Bordeaux' } },
      ]),
    },
  });
});

it('never tells an API client who was helped, nor figures to the unit', async () => {
  const figures = await ask(
    'api-client',
    '{ branch(code: "BX") { figures { figures(of: [SUPPORT_ACTS]) { value } } } }',
  );
  expect(figures.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  const answer = await ask('api-client', '{ beneficiaries(text: "an") { items { familyName } } }');
  expect(answer.data?.['beneficiaries'] ?? null).toBeNull();
  expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});

const CODES = [
  'SUPPORT_ACTS',
  'UNIQUE_PEOPLE',
  'DROP_INS_REFUSED',
  'DEVICES_SOLD',
  'TAKINGS',
  'PEOPLE_ENROLLED',
  'DEVICES_RECEIVED',
];

async function figures(): Promise<Record<string, number>> {
  const input = { from: `${THIS_YEAR}-01-01`, to: `${THIS_YEAR}-12-31` };
  const { data } = await ask(
    coordinator,
    'query ($input: FiguresInput!, $of: [FigureCode!]!) { figures(input: $input) { figures(of: $of) { code value } } }',
    {
      input,
      of: CODES,
    },
  );
  const { figures: list } = data?.['figures'] as { figures: { code: string; value: number }[] };
  return Object.fromEntries(list.map(({ code, value }) => [code, value]));
}

/** Figures moved by these amounts. */
function plus(figures: Record<string, number>, more: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([code, value]) => [code, value + (more[code] ?? 0)]));
}

/** Waits for every figure to say just that. */
async function settled(expected: Record<string, number>): Promise<void> {
  const deadline = Date.now() + 20_000;
  let seen = await figures();
  while (Date.now() < deadline && CODES.some((code) => seen[code] !== expected[code])) seen = await figures();
  expect(seen).toEqual(expected);
}
