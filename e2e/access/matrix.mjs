/*
 * `npm run access-matrix`: asks a network of its own every field as everybody, of their own records, of another branch's and of
 * none, and counts what is told to somebody who may not know it. `-- --walls rules` does it without row-level security.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { bootstrap, giveUp, pinnedNode, root } from '../../deploy/local/bootstrap.mjs';

const { values } = parseArgs({ options: { walls: { type: 'string', default: 'both' } } });
await bootstrap().catch(giveUp);
const { status } = spawnSync(
  pinnedNode(),
  ['node_modules/jest/bin/jest.js', '--config', 'e2e/access/matrix/jest.config.js'],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      MATRIX_WALLS: values.walls,
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    },
  },
);
process.exit(status ?? 1);
