import { services } from '../../../deploy/local/ports.ts';
import { GRENOBLE } from '../../journeys/given.js';
import { asSuperuser } from '../../journeys/superuser.ts';

/** Which of the two walls stand while the matrix is asked. */
export interface Wall {
  readonly name: string;
  /** Whether whoever may not ask is refused; row-level security alone answers as if there were no rows. */
  readonly refuses: boolean;
  /** A branch with no record: one that nobody has opened, or, where the branch is not looked at, one in which nothing has happened. */
  readonly nobodys: string;
  readonly raise: () => Promise<void>;
  readonly restore: () => Promise<void>;
}

/** Tables whose rows were protected before the wall was taken down, by service. */
const down = new Map<(typeof services)[number], string[]>();

const both: Wall = {
  name: 'both walls',
  refuses: true,
  nobodys: 'ZZ',
  raise: async () => undefined,
  restore: async () => undefined,
};
const rules: Wall = {
  ...both,
  name: 'the rules of the application alone',
  raise: takeRowSecurityDown,
  restore: putRowSecurityBack,
};

/** The network was started from code without its rules: nothing is left to take down. */
const rows: Wall = { ...both, name: 'row-level security alone', refuses: false, nobodys: GRENOBLE.code };

/** Both walls, unless MATRIX_WALLS asks for `rules` or `rows`. */
export const WALL: Wall = { rules, rows }[String(process.env['MATRIX_WALLS'])] ?? both;

/** No row is protected any more, by the superuser of the network under test: the product has no switch for it. */
async function takeRowSecurityDown(): Promise<void> {
  for (const service of services)
    await asSuperuser(service, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        'SELECT oid::regclass::text AS name FROM pg_class WHERE relrowsecurity ORDER BY 1',
      );
      const names = rows.map(({ name }) => name);
      down.set(service, names);
      for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`);
    });
}

async function putRowSecurityBack(): Promise<void> {
  for (const [service, names] of down)
    await asSuperuser(service, async (client) => {
      for (const name of names) await client.query(`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`);
    });
  down.clear();
}
