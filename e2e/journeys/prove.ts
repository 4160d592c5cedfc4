import { spawnSync } from 'node:child_process';
import { seedSettings } from '../../deploy/local/settings.ts';
import { ports, secrets } from './superuser.ts';

/** What `npm run prove` finds against the figures of the network under test: nothing, when each is what its owners' tables say. */
export function reasonsToDoubtFigures(): string[] {
  const { postgres: password, roles: roleSeed } = secrets();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/deploy/local/proof/main.js'], {
    env: seedSettings(process.env, undefined, { port: ports().postgres, password, roleSeed }),
    encoding: 'utf8',
  });
  return status === 0 ? [] : `${stdout}${stderr}`.trim().split('\n');
}
