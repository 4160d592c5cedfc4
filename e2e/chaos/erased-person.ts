import { expect, it } from '@jest/globals';
import { Client } from 'pg';
import { eventually, type Persona, type ProcessWorld, personas, type ServiceProcess } from '#testing';
import { everythingOnTopics } from './topics.js';

/** What runs already when somebody is erased. */
export interface Stage {
  readonly world: ProcessWorld;
  readonly workshops: ServiceProcess;
  readonly reporting: ServiceProcess;
  readonly branch: string;
  knowBranch(service: ServiceProcess): Promise<void>;
}

const MARKERS = /zorglubine|xylophant|612349876|canari@|motif-canari/i;
const FIGURES = (
  branch: string,
) => `{ figures(input: { from: "2020-01-01", to: "2029-12-31", branches: ["${branch}"] }) {
  figures(of: [SUPPORT_ACTS, PEOPLE_ENROLLED, UNIQUE_PEOPLE, TAKINGS]) { code value }
  breakdown(of: SUPPORT_ACTS, by: AGE_BAND) { member value } } }`;

/** Tests of a person erased while services die, figures are counted anew and last night's copy comes back. */
export function testsOfErasure(stage: () => Stage): void {
  let beneficiaries: ServiceProcess;
  let equipment: ServiceProcess;
  let person: string;
  let before: unknown;
  const manager = (): Persona => ({ subject: 'manager', role: 'BRANCH_MANAGER', branches: [stage().branch] });

  async function command(service: ServiceProcess, mutation: string, input: object): Promise<string> {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`;
    const { data, errors } = await service.query(manager(), document, { input });
    expect(errors).toBeUndefined();
    return told<{ id: string }>(data, mutation).id;
  }
  const figures = async () => (await stage().reporting.query(personas.coordinator, FIGURES(stage().branch))).data;
  const caughtUp = () =>
    eventually('everybody caught up', async () => {
      const all = [beneficiaries, equipment, stage().workshops, stage().reporting];
      return (await Promise.all(all.map((service) => service.complete()))).every(Boolean);
    });
  /** Twice: who was asked first may have been caught up only because another had not sent its last word yet. */
  const settled = async () => {
    await caughtUp();
    await caughtUp();
  };
  async function certified(): Promise<string> {
    const query = `{ erasureCertificate(beneficiaryId: "${person}") { state } }`;
    const { data } = await beneficiaries.query(manager(), query);
    return (data?.['erasureCertificate'] as { state: string } | null)?.state ?? '-';
  }

  it('erases a person everywhere, though a service dies meanwhile, and no figure moves', async () => {
    const { world, workshops, knowBranch } = stage();
    [beneficiaries, equipment] = [await world.service('beneficiaries'), await world.service('equipment')];
    await Promise.all([beneficiaries.start(), equipment.start()]);
    for (const service of [beneficiaries, equipment]) await knowBranch(service);
    person = await command(beneficiaries, 'enrolBeneficiary', {
      givenName: 'Zorglubine',
      familyName: 'Xylophant',
      phone: '0612349876',
      email: 'canari@exemple.fr',
      birthYear: 1961,
      privacyNoticeReadOn: '2026-01-05',
    });
    await act();
    await parkSomethingOf(person);
    await settled();
    before = await figures();
    expect(before).toMatchObject({ figures: { figures: expect.arrayContaining([{ code: 'TAKINGS', value: 500 }]) } });
    await beneficiaries.stop();
    await copyOf(beneficiaries, 'lastnight');
    await beneficiaries.start();
    await workshops.kill();
    const { data } = await beneficiaries.query(manager(), `{ beneficiary(id: "${person}") { version } }`);
    const { version } = told<{ version: number }>(data, 'beneficiary');
    const input = { id: person, expectedVersion: version, ground: 'ASKED_BY_PERSON', confirmation: 'EFFACER' };
    await command(beneficiaries, 'eraseBeneficiary', input);
    expect(await certified()).toBe('WAITING');
    await workshops.start();
    await eventually('a certificate', async () => (await certified()) === 'COMPLETE');
    await settled();
    expect(await figures()).toEqual(before);
  }, 240_000);

  it('leaves no word of them in any table, set-aside event or topic', async () => {
    const { workshops, reporting } = stage();
    for (const service of [beneficiaries, workshops, equipment, reporting])
      for (const line of await rowsOf(service)) expect(line).not.toMatch(MARKERS);
    const setAside = (await rowsOf(workshops)).filter(
      (line) => line.startsWith('dead_letter') && line.includes(person),
    );
    expect(setAside).toHaveLength(1);
    const records = await everythingOnTopics();
    expect(records.filter((record) => record.includes(person)).length).toBeGreaterThan(3);
    for (const record of records) expect(record).not.toMatch(MARKERS);
  }, 60_000);

  it('is not brought back by figures counted anew', async () => {
    const { reporting } = stage();
    const mend = (mutation: string) => reporting.query(personas.administrator, `mutation { ${mutation} { version } }`);
    const rebuilt = told<{ version: number }>((await mend('beginRebuild')).data, 'beginRebuild').version;
    await eventually('a version standing by', async () => {
      const { data } = await reporting.query(personas.administrator, '{ projectionVersions { version state } }');
      const versions = told<{ version: number; state: string }[]>(data, 'projectionVersions');
      return versions.some(({ version, state }) => version === rebuilt && state === 'STANDBY');
    });
    await mend(`switchProjection(version: ${rebuilt})`);
    expect(await figures()).toEqual(before);
  }, 120_000);

  it('is erased again, before anybody is answered, when last night’s copy takes the place of the tables', async () => {
    await beneficiaries.stop();
    await putBack(beneficiaries, 'lastnight');
    expect((await rowsOf(beneficiaries)).some((line) => MARKERS.test(line))).toBe(true);
    await beneficiaries.start();
    const query = `{ beneficiary(id: "${person}") { familyName erasedAt } }`;
    const { data } = await beneficiaries.query(manager(), query);
    expect(data?.['beneficiary']).toEqual({ familyName: null, erasedAt: expect.any(String) });
    for (const line of await rowsOf(beneficiaries)) expect(line).not.toMatch(MARKERS);
    await eventually('the certificate again', async () => (await certified()) === 'COMPLETE');
  }, 120_000);

  /** A drop-in and a purchase, each mended with a reason that names the person. */
  async function act(): Promise<void> {
    const { workshops } = stage();
    const reason = 'motif-canari';
    const dropIn = { minutes: 30, themes: ['EMAIL'], beneficiaryId: person };
    const supportActId = await command(workshops, 'recordDropIn', dropIn);
    await command(workshops, 'correctSupportAct', { ...dropIn, supportActId, minutes: 45, reason });
    const article = { code: 'CANARI', label: 'Recharge', kind: 'TOP_UP', cents: 500 };
    const articleId = await command(equipment, 'createArticle', article);
    await command(equipment, 'receiveArticles', { id: articleId, quantity: 2 });
    const payments = [{ kind: 'CASH', cents: 500 }];
    const sale = await command(equipment, 'makeSale', {
      lines: [{ articleId, quantity: 1 }],
      payments,
      beneficiaryId: person,
    });
    await command(equipment, 'correctSale', { id: sale, payments: [{ kind: 'CARD', cents: 500 }], reason });
    await command(beneficiaries, 'correctBeneficiary', { id: person, birthYear: 1950, reason });
  }

  /** Workshops forgets what it has seen of the person: the next news is set aside as one that came too soon. */
  async function parkSomethingOf(id: string): Promise<void> {
    const { workshops } = stage();
    // Its reader may call itself caught up a moment before the last word of the person is sent: that word must be in, or it is what comes too soon.
    const told = await numberIn(
      beneficiaries,
      `SELECT version AS n FROM aggregate_head WHERE aggregate_type = 'beneficiaries.people' AND aggregate_id = $1`,
      id,
    );
    const SEEN = `WHERE topic = 'beneficiaries.people' AND aggregate_id = $1`;
    await eventually(
      'all of the person heard',
      async () => (await numberIn(workshops, `SELECT version AS n FROM aggregate_seen ${SEEN}`, id)) === told,
    );
    await inDatabase(workshops.superuserUrl, (client) =>
      client.query(`UPDATE aggregate_seen SET version = 0 ${SEEN}`, [id]),
    );
    await command(beneficiaries, 'changeSituation', { id, socialStatus: 'EMPLOYED', holdsFrom: '2027-01-02' });
    await eventually('an event set aside', async () =>
      (await rowsOf(workshops)).some((line) => line.startsWith('dead_letter') && line.includes(id)),
    );
  }
}

/** The answer to one question of a reply. */
function told<A>(data: Record<string, unknown> | null | undefined, name: string): A {
  return data?.[name] as A;
}

async function numberIn({ superuserUrl }: ServiceProcess, question: string, id: string): Promise<number> {
  const { rows } = await inDatabase(superuserUrl, (client) => client.query<{ n: number }>(question, [id]));
  return Number(rows[0]?.n ?? 0);
}

async function inDatabase<R>(url: string, work: (client: Client) => Promise<R>): Promise<R> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Every row of every table of a service, as text behind its table's name; the audit trail too. */
async function rowsOf({ superuserUrl }: ServiceProcess): Promise<string[]> {
  return inDatabase(superuserUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT oid::regclass::text AS name FROM pg_class
       WHERE relkind = 'r' AND relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema')`,
    );
    const lines: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ text: string }>(`SELECT to_jsonb(t)::text AS text FROM ${name} AS t`);
      lines.push(...rows.map(({ text }) => `${name} ${text}`));
    }
    return lines;
  });
}

const nameOf = ({ superuserUrl }: ServiceProcess) => new URL(superuserUrl).pathname.slice(1);
const serverOf = ({ superuserUrl }: ServiceProcess) => superuserUrl.replace(/\/[^/]*$/, '/postgres');

/** A copy of the tables, as a backup would hold them; the service must be down. */
async function copyOf(service: ServiceProcess, suffix: string): Promise<void> {
  const name = nameOf(service);
  await inDatabase(serverOf(service), (client) => client.query(`CREATE DATABASE ${name}_${suffix} TEMPLATE ${name}`));
}

/** The copy takes the tables' place. */
async function putBack(service: ServiceProcess, suffix: string): Promise<void> {
  const name = nameOf(service);
  await inDatabase(serverOf(service), async (client) => {
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await client.query(`ALTER DATABASE ${name}_${suffix} RENAME TO ${name}`);
  });
}
