import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { local, root } from './paths.ts';
import { portBase, portsFrom } from './ports.ts';
import { secretsFrom } from './secrets.ts';
import { seedSettings, shapeOf } from './settings.ts';

/* The addresses of this clone's databases are told to the proof, which runs from what is built, as the services do. */
const secrets = secretsFrom(join(local, 'secrets.json'));
const server = shapeOf(process.env).postgres
  ? { port: portsFrom(portBase(process.env)).postgres, password: secrets.postgres, roleSeed: secrets.roles }
  : undefined;
const env = seedSettings(process.env, undefined, server);
const { status } = spawnSync(process.execPath, [join(root, 'dist/deploy/local/proof/main.js')], {
  env,
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
