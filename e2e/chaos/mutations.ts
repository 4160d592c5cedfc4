import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { local, root } from '../../deploy/local/paths.ts';
import { copyOfCode, type Edit } from './copy-of-code.ts';
import { type Order, runAll } from './run.ts';
import { faultsNamed } from './schedule.ts';

/** One guard taken out of the built code, and what must then be found wrong. */
export interface Mutation {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** Faults that need this guard. */
  readonly faults: readonly string[];
  readonly instances: 1 | 2;
  /** The invariants of which one must break. */
  readonly breaks: readonly string[];
}

const MESSAGING = 'dist/libs/messaging/src';

/** The guards without which this could not be promised. */
export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'fence',
    edits: [
      {
        file: `${MESSAGING}/place-of-record.js`,
        from: 'AND partition = $5 AND next_offset = $6',
        to: 'AND partition = $5 AND $6::bigint >= 0',
      },
    ],
    faults: ['F3'],
    instances: 2,
    breaks: ['I10'],
  },
  {
    name: 'dedupe',
    edits: [
      {
        file: 'dist/services/reporting/src/projection/figures-store.js',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the code as it is built, with its own placeholder
        from: 'WHERE NOT EXISTS (SELECT 1 FROM ${this.schema}.delta d WHERE d.event_id = i.event_id)',
        to: '',
      },
      {
        file: 'dist/services/reporting/migrations/0001-figures.js',
        from: 'PRIMARY KEY (event_id, n)',
        to: 'CHECK (n >= 0)',
      },
    ],
    faults: ['F16', 'F2'],
    instances: 1,
    breaks: ['I2', 'I4', 'I5'],
  },
  {
    name: 'version-guard',
    edits: [{ file: `${MESSAGING}/reactions.js`, from: 'if (aggregateVersion <= last.version) return false;', to: '' }],
    faults: ['F16'],
    instances: 1,
    breaks: ['I6', 'I11'],
  },
  {
    name: 'relay-lock',
    edits: [{ file: `${MESSAGING}/relay.js`, from: `pg_try_advisory_lock(hashtext('passerelle relay'))`, to: 'true' }],
    faults: ['F1'],
    instances: 2,
    breaks: ['one relay'],
  },
];

const SCHEDULES = 5;

/** Runs mutated code until something is found, five schedules at most; true when it is what had to be found. */
export async function runMutation(mutation: Mutation, order: Order, say: (line: string) => void): Promise<boolean> {
  const code = join(local, '..', `${local.split('/').at(-1)}-${mutation.name}`);
  say(`mutation ${mutation.name}: ${mutation.breaks.join(' or ')} must break within ${SCHEDULES} schedules`);
  copyOfCode(root, code, mutation.edits);
  try {
    const layout = { ...order.layout, instances: mutation.instances, code };
    const faults = faultsNamed(mutation.faults);
    const { schedules, findings } = await runAll({ ...order, schedules: SCHEDULES, faults, layout }, say);
    const broken = new Set(findings.map(({ invariant }) => invariant));
    const seen = mutation.breaks.some((invariant) => broken.has(invariant));
    say(`  ${seen ? 'seen' : 'NOT SEEN'} after ${schedules} schedules: ${[...broken].join(', ') || 'nothing broke'}`);
    return seen;
  } finally {
    rmSync(code, { recursive: true, force: true });
  }
}
