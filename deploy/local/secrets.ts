import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What this clone's processes tell each other and nobody else. */
export interface Secrets {
  /** Password of Postgres's superuser. */
  postgres: string;
  /** One seed for every database role's password. */
  roles: string;
  /** With which the gateway signs its requests to the services. */
  subgraph: string;
  /** What a collector of metrics must show. */
  metrics: string;
}

/** The secrets of this clone: born once, readable by their owner alone. */
export function secretsFrom(file: string): Secrets {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const secret = () => randomBytes(32).toString('hex');
    const fresh: Secrets = { postgres: secret(), roles: secret(), subgraph: secret(), metrics: secret() };
    writeFileSync(file, JSON.stringify(fresh), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}
