import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the dashboard's queries find the types of the composed schema. */
export const DASHBOARD_TYPES = 'services/dashboard/src/graphql-env.d.ts';

/** Those types, from the composed schema as it lies on the disk. */
export function dashboardTypes(): string {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-types-'));
  try {
    const output = join(folder, 'graphql-env.d.ts');
    const tool = ['node_modules/gql.tada/bin/cli.js', 'generate-output', '-c', 'services/dashboard/tsconfig.json'];
    const run = spawnSync(process.execPath, [...tool, '-o', output], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`The dashboard’s types cannot be written: ${run.stderr || run.stdout}`);
    return readFileSync(output, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
