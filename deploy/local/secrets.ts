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
  /** With which network keeps the accounts of the demo identity. */
  identity: string;
}

/** The secrets of this clone: born once, readable by their owner alone. */
export function secretsFrom(file: string): Secrets {
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {};
  const secret = () => randomBytes(32).toString('hex');
  const fresh = { postgres: secret(), roles: secret(), subgraph: secret(), metrics: secret(), identity: secret() };
  // A clone from before one of them was needed gets that one.
  const secrets: Secrets = { ...fresh, ...kept };
  if (Object.keys(kept).length < Object.keys(secrets).length) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  }
  return secrets;
}
