import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { Client } from 'pg';
import { migrate, provisionDatabase } from '#persistence';
import { allMigrations, definitionOf } from '#runtime';
import { BeneficiariesModule } from '../../services/beneficiaries/src/beneficiaries.module.js';
import { EquipmentModule } from '../../services/equipment/src/equipment.module.js';
import { NetworkModule } from '../../services/network/src/network.module.js';
import { ReportingModule } from '../../services/reporting/src/reporting.module.js';
import { WorkshopsModule } from '../../services/workshops/src/workshops.module.js';

/** Tables that name a branch and yet are bound to none, on purpose. Another one needs its reason here. */
const OPEN: Readonly<Record<string, string>> = {
  outbox_event: 'the ledger: without names, read by the relay',
  known_helper: 'ids and classes of who helps, as the network service tells them',
  known_branch: 'a small copy of what network announced: codes and clocks',
  known_place: 'a small copy of what network announced: ids, and whether they can be used',
  known_person: 'a small copy of what beneficiaries announced: random ids',
  known_session: 'a small copy of what workshops announced: when and where a session is',
  known_donor: 'a small copy of what network announced: random ids',
  device_tag: 'tags are unique in the whole network',
  branch_seat: 'a small copy of what network announced: in which commune a branch is',
  'audit.line': 'closed to requests altogether; its functions keep to the reach of whoever asks',
};

/** What stands beside the policies that every table of branches has. */
const BESIDE: Readonly<Record<string, string>> = {
  // A device on its way is seen by the branch it is bound for too, so that it can be taken in there.
  device: 'arriving',
  // Nobody but who may limit sees somebody who asked to be set aside.
  beneficiary: 'limit_scope',
  // A prescriber sees what they wrote themselves.
  prescription: 'prescriber_scope',
  // The directory of places is read by the whole network; writing is bound to the branch all the same.
  place: 'directory',
};

/** That somebody is known in a service is bound to branches where it is asked for outright; a command finds them. */
const KNOWN = ['known_person'];

interface Table {
  readonly name: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly policies: string;
}

const modules: readonly Type[] = [
  NetworkModule,
  BeneficiariesModule,
  WorkshopsModule,
  EquipmentModule,
  ReportingModule,
];

describe.each(modules.map((module) => [definitionOf(module).name, module] as const))('%s', (service, module) => {
  let app: Client;
  let tables: Table[];
  let names: string[];

  beforeAll(async () => {
    const passwords = { migrator: 'test', app: 'test', worker: 'test' };
    const database = `test_${service}_${randomBytes(5).toString('hex')}`;
    const urls = await provisionDatabase(String(process.env['TEST_POSTGRES_URL']), { service, database, passwords });
    await migrate({ url: urls.migrator, service, migrations: allMigrations(module) });
    app = new Client({ connectionString: urls.app });
    await app.connect();
    const { rows } = await app.query<Table>(
      `SELECT c.oid::regclass::text AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
              coalesce((SELECT string_agg(p.polname, ' ' ORDER BY p.polname) FROM pg_policy p WHERE p.polrelid = c.oid), '') AS policies
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'branch' AND NOT a.attisdropped
       WHERE c.relkind IN ('r', 'p') AND c.relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema')
       ORDER BY 1`,
    );
    tables = rows.filter(({ enabled }) => enabled);
    names = rows.filter(({ enabled }) => !enabled).map(({ name }) => name);
  });
  afterAll(() => app.end());

  it('protects every table that belongs to branches', () => {
    expect(names.filter((name) => !(name in OPEN))).toEqual([]);
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      const reach = KNOWN.includes(table.name) ? 'known_within_reach' : 'branch_scope';
      const policies = [reach, BESIDE[table.name] ?? '', 'role_scope', 'worker_scope']
        .filter(Boolean)
        .toSorted()
        .join(' ');
      expect(table).toMatchObject({ forced: true, policies });
    }
  });

  it('reads its views with the rights of whoever asks', async () => {
    const { rows } = await app.query<{ name: string; options: string[] | null }>(
      `SELECT oid::regclass::text AS name, reloptions AS options FROM pg_class
       WHERE relkind IN ('v', 'm') AND relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(rows.filter(({ options }) => !options?.includes('security_invoker=true'))).toEqual([]);
  });

  it('cannot change its ledger', async () => {
    for (const statement of ['UPDATE outbox_event SET branch = NULL', 'DELETE FROM outbox_event'])
      await expect(app.query(statement)).rejects.toThrow('permission denied for table outbox_event');
  });

  it('hides from requests who looked at whom, where that is written down', async () => {
    const log = names.includes('audit.line') ? 'audit.line' : 'inbox';
    await expect(app.query(`SELECT FROM ${log}`)).rejects.toThrow(
      `permission denied for table ${log.split('.').at(-1)}`,
    );
  });
});
