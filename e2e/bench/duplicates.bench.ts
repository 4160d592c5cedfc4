import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { personas, startForTest, type TestService } from '#testing';
import { BeneficiariesModule } from '../../services/beneficiaries/src/beneficiaries.module.js';
import { ProposeDuplicates } from '../../services/beneficiaries/src/duplicates/propose-duplicates/propose-duplicates.js';
import { given } from '../../services/beneficiaries/test/given.js';

/** People in the set that proposals are judged by, and in the one that look-ups are timed in. */
const PEOPLE = 10_000;
const CROWD = 1_000_000;
const LOOKS = 60;

const GIVEN =
  'Marie Jean Mohamed Fatima Nathalie Pierre Aïcha Karim Sophie Ahmed Léa Hélène Ibrahima Françoise Zoé Oleksandr Inès Théo Amélie Rachid Chloé Moussa Jérôme Émilie Nadia Lucas Samira Étienne Aminata Loïc'.split(
    ' ',
  );
const FAMILY =
  'Martin Bernard Dubois Benali Diallo Lefèvre Moreau Garcia Traoré Lefebvre Girard Haddad Nguyen Roussel Gauthier Perrin Cissé Mercier Bouchet Kowalski Fournier Belkacem Rivière Chevalier Konaté Delacroix Marchand Renaud Shevchenko Vasseur'.split(
    ' ',
  );
const ENDINGS = 'el in ard eau ois et y an ier oux'.split(' ');

/** The same numbers at every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Entered {
  given: string;
  family: string;
  year: number | null;
  phone: string | null;
  /** Who this is in truth. */
  who: number;
  how: string;
}

/** People, and second records of a fifth of them, each spoilt in one way; among the others twins and people of one name. */
function entered(roll: (below: number) => number): Entered[] {
  const all: Entered[] = [];
  const of = (list: readonly string[]) => list[roll(list.length)] ?? '';
  for (let who = 0; who < PEOPLE; who += 1) {
    const one = {
      ...{ given: of(GIVEN), family: `${of(FAMILY)}${roll(3) ? of(ENDINGS) : ''}`, year: 1940 + roll(66) },
      ...{ phone: roll(4) ? `+336${String(10_000_000 + who).padStart(8, '0')}` : null, who, how: 'once' },
    };
    all.push(one);
    if (who % 5 === 0) all.push(again(one, who / 5, roll));
    if (who % 50 === 1) all.push({ ...one, given: other(GIVEN, one.given, roll), who: who + 0.5, how: 'twin' });
    if (who % 50 === 2) all.push({ ...one, year: 1940 + roll(66), phone: null, who: who + 0.5, how: 'namesake' });
  }
  return all;
}

const WAYS = ['typo', 'accents', 'swapped', 'spelling', 'other year', 'other phone', 'married'] as const;

function again(one: Entered, nth: number, roll: (below: number) => number): Entered {
  const how = WAYS[nth % WAYS.length] ?? 'typo';
  const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  const slip = (name: string) => {
    const at = 1 + roll(Math.max(1, name.length - 2));
    return roll(2)
      ? name.slice(0, at) + name.slice(at + 1)
      : `${name.slice(0, at)}${name[at + 1] ?? ''}${name[at]}${name.slice(at + 2)}`;
  };
  const heard = (name: string) =>
    name
      .replace('ph', 'f')
      .replace('eau', 'o')
      .replace('ï', 'y')
      .replace(/([lnrt])(?=[aeiou])/, '$1$1');
  const kept = roll(2) ? one.phone : null;
  const second = { ...one, phone: kept, how };
  if (how === 'typo') return { ...second, family: slip(one.family) };
  if (how === 'accents') return { ...second, given: plain(one.given), family: plain(one.family) };
  if (how === 'swapped') return { ...second, given: one.family, family: one.given };
  if (how === 'spelling') return { ...second, given: heard(one.given), family: heard(one.family) };
  if (how === 'other year') return { ...second, year: (one.year ?? 1980) + 1, phone: one.phone };
  if (how === 'other phone') return { ...second, phone: `+337${String(90_000_000 + one.who).padStart(8, '0')}` };
  return { ...second, family: `${other(FAMILY, one.family, roll)}`, phone: one.phone };
}

function other(list: readonly string[], than: string, roll: (below: number) => number): string {
  const rest = list.filter((word) => word !== than);
  return rest[roll(rest.length)] ?? '';
}

let service: TestService;
let owner: Client;
beforeAll(async () => {
  service = await startForTest(BeneficiariesModule);
  await given.branches(service);
  owner = new Client({ connectionString: service.config.migratorUrl });
  await owner.connect();
  await owner.query('ALTER TABLE beneficiary NO FORCE ROW LEVEL SECURITY');
});
afterAll(async () => {
  await owner.end();
  await service.stop();
});

const FILL = `INSERT INTO beneficiary (id, branch, kind, version, given_name, family_name, birth_year, phone, no_phone, no_email, contact_preference,
    orientation_source, privacy_notice_read_on, enrolled_on, enrolled_at, enrolled_by, bands_announced_through, compared_version)`;

it('duplicates: precision and recall of what is proposed, by how the second record was spoilt', async () => {
  const people = entered(dice(7)).map((person) => ({ ...person, id: crypto.randomUUID() }));
  await owner.query(
    `${FILL} SELECT p.id::uuid, 'BX', 'TRACKED', 1, p.given, p.family, p.year, p.phone, false, false, 'NONE', 'SELF', '2026-01-05',
       '2026-01-05', '2026-01-05', 'bench', 2026, 0 FROM jsonb_to_recordset($1::jsonb) AS p(id text, given text, family text, year int, phone text)`,
    [JSON.stringify(people)],
  );
  await owner.query('ANALYZE beneficiary');
  await service.app.get(ProposeDuplicates).execute();
  const pairs = await service.tables<{ low_id: string; high_id: string }[]>((tx) =>
    tx.query('SELECT low_id, high_id FROM duplicate_pair'),
  );
  const known = new Map(people.map((person) => [String(person.id), person]));
  const ways = new Map<string, { all: number; found: number }>(WAYS.map((way) => [way, { all: 0, found: 0 }]));
  for (const { how } of people) {
    const way = ways.get(how);
    if (way) way.all += 1;
  }
  let right = 0;
  const wrong = new Map<string, number>();
  for (const pair of pairs) {
    const [one, two] = [known.get(pair.low_id), known.get(pair.high_id)];
    const spoilt = one?.how === 'once' ? two : one;
    if (one && one.who === two?.who) {
      right += 1;
      const way = ways.get(spoilt?.how ?? '');
      if (way) way.found += 1;
    } else wrong.set(spoilt?.how ?? '', (wrong.get(spoilt?.how ?? '') ?? 0) + 1);
  }
  const all = [...ways.values()].reduce((sum, way) => sum + way.all, 0);
  const lines = [...ways].map(([way, { all: of, found }]) => `  ${way}: ${found} of ${of}`);
  process.stderr.write(
    `duplicates: ${people.length} records, ${all} second ones, ${pairs.length} pairs proposed\n` +
      `precision ${(right / pairs.length).toFixed(3)}, recall ${(right / all).toFixed(3)}\n${lines.join('\n')}\n` +
      `wrong pairs by record: ${[...wrong].map(([how, n]) => `${how} ${n}`).join(', ')}\n`,
  );
  expect(right / all).toBeGreaterThan(0.8);
}, 600_000);

it('duplicates: a look among a million people, through the service', async () => {
  await owner.query(
    `${FILL} SELECT gen_random_uuid(), (ARRAY['BX', 'LI', 'RE'])[1 + n % 3], 'TRACKED', 1, ($1::text[])[1 + n % ${GIVEN.length}],
       ($2::text[])[1 + (n / 7) % ${FAMILY.length}] || ($3::text[])[1 + (n / 11) % ${ENDINGS.length}] || chr(97 + (n / 13) % 26) || chr(97 + (n / 331) % 26),
       1930 + (n * 7 % 80)::int, '+337' || (10000000 + n), false, false, 'NONE', 'SELF', '2026-01-05', '2026-01-05', '2026-01-05', 'bench', 2026, 1
     FROM generate_series(1, ${CROWD}) AS n`,
    [GIVEN, FAMILY, ENDINGS],
  );
  await owner.query('VACUUM ANALYZE beneficiary');
  const roll = dice(11);
  const times: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const input = {
      givenName: GIVEN[roll(GIVEN.length)],
      familyName: `${FAMILY[roll(FAMILY.length)]}${ENDINGS[roll(ENDINGS.length)]}`,
      ...(look % 3 ? { birthYear: 1930 + roll(80) } : {}),
      ...(look % 2 ? { phone: `+337${10_000_000 + roll(CROWD)}` } : {}),
    };
    const began = performance.now();
    const reply = await service
      .as(personas.managerOfBordeaux)
      .query('query ($input: LikelyDuplicatesInput!) { likelyDuplicates(input: $input) { score } }', { input });
    times.push(performance.now() - began);
    expect(reply.errors).toBeUndefined();
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => `${(times[Math.floor((times.length - 1) * part)] ?? 0).toFixed(0)} ms`;
  process.stderr.write(
    `duplicates: ${LOOKS} looks among ${CROWD} people: median ${at(0.5)}, 95 % ${at(0.95)}, worst ${at(1)}\n`,
  );
}, 1_200_000);
