/*
 * `npm run fuzz`: asks a network of its own whatever its schema allows, as everybody who has a token, and counts what it answered as
 * a bug. `-- --role BRANCH_MANAGER` as that role alone, `-- --examples 60` more of each operation, `-- --seed 7` others.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../deploy/build.mjs';
import { bootstrap, giveUp, pinnedNode, root, step } from '../../deploy/local/bootstrap.mjs';

/** What makes the questions up; the next release may ask otherwise. */
const SCHEMATHESIS = 'schemathesis==4.32.0';
/** The last line whose syntax trees may be changed in place, as schemathesis does. */
const GRAPHQL = 'graphql-core==3.2.6';
const home = join(root, '.local', 'fuzz');
const program = join(home, 'bin', 'st');

const { values } = parseArgs({
  options: {
    role: { type: 'string' },
    examples: { type: 'string', default: '25' },
    seed: { type: 'string', default: '1' },
  },
});
try {
  await bootstrap();
  await step(`Fetching ${SCHEMATHESIS}`, !existsSync(program), () => {
    must('python3', ['-m', 'venv', home]);
    must(join(home, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', SCHEMATHESIS, GRAPHQL]);
  });
  await build(false);
} catch (error) {
  giveUp(error);
}

const { status } = spawnSync(
  pinnedNode(),
  ['node_modules/jest/bin/jest.js', '--silent=false', '--config', 'e2e/fuzz/jest.config.js'],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      FUZZ_PROGRAM: program,
      FUZZ_ROLE: values.role ?? '',
      FUZZ_EXAMPLES: values.examples,
      FUZZ_SEED: values.seed,
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    },
  },
);
process.exit(status ?? 1);

function must(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}
