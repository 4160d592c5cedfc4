import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { JWK } from 'oidc-provider';

/** What the demo identity signs with: its tokens, and the cookies of its sign-in page. */
export interface IdentityKeys {
  jwks: { keys: JWK[] };
  cookieKeys: string[];
}

/** The keys of this clone: born once, kept over restarts so that a restart signs nobody out. */
export function identityKeys(file: string): IdentityKeys {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const { privateKey } = generateKeyPairSync('ed25519');
    const key = {
      ...privateKey.export({ format: 'jwk' }),
      alg: 'EdDSA',
      use: 'sig',
      kid: randomBytes(8).toString('hex'),
    };
    const keys = { jwks: { keys: [key] }, cookieKeys: [randomBytes(32).toString('hex')] };
    writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as IdentityKeys;
}
