/*
 * `npm run access-matrix`: asks a network of its own every field as everybody, of their own records, of another branch's and of
 * none, and counts what is told to somebody who may not know it. `-- --walls rules` does it without row-level security,
 * `-- --walls rows` with row-level security alone, `-- --walls all` all three ways, each on a network of its own.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../deploy/build.mjs';
import { bootstrap, giveUp, pinnedNode, root } from '../../deploy/local/bootstrap.mjs';
import { codeWithoutRules } from './matrix/code-without-rules.mjs';

const WALLS = ['both', 'rules', 'rows'];
const { values } = parseArgs({ options: { walls: { type: 'string', default: 'both' } } });
const wanted = values.walls === 'all' ? WALLS : WALLS.filter((name) => name === values.walls);
if (wanted.length === 0) giveUp(new Error(`--walls is one of ${WALLS.join(', ')}, all`));
await bootstrap().catch(giveUp);
await build(false).catch(giveUp);

const failed = wanted.filter((walls) => ask(walls) !== 0);
process.exit(failed.length > 0 ? 1 : 0);

function ask(walls) {
  if (walls !== 'rows') return run(walls, {});
  mkdirSync(join(root, '.local'), { recursive: true });
  const code = mkdtempSync(join(root, '.local', 'without-rules-'));
  try {
    codeWithoutRules(code);
    return run(walls, { JOURNEY_CODE: code });
  } finally {
    rmSync(code, { recursive: true, force: true });
  }
}

function run(walls, env) {
  const { status } = spawnSync(
    pinnedNode(),
    ['node_modules/jest/bin/jest.js', '--config', 'e2e/access/matrix/jest.config.js'],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        ...env,
        MATRIX_WALLS: walls,
        NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
      },
    },
  );
  return status ?? 1;
}
