import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importJWK, SignJWT } from 'jose';
import { personas } from '../../../deploy/local/personas.ts';
import type { Role } from '../../../libs/access/src/permissions.ts';
import { tokenOf } from '../../journeys/caller.js';

/** Somebody, or nobody, who asks the gateway. */
export interface Caller {
  readonly name: string;
  /** Null for whoever must be told nothing at all. */
  readonly role: Role | null;
  readonly branches: readonly string[];
  readonly token: () => Promise<string | undefined>;
}

/** Every persona, nobody, and a manager whose token has run out or was made elsewhere. */
export function callers(): Caller[] {
  const known = personas.map(
    ({ id, role, branches }): Caller => ({ name: id, role, branches, token: () => tokenOf(id) }),
  );
  const nobody = (name: string, token: Caller['token']): Caller => ({ name, role: null, branches: [], token });
  return [
    ...known,
    nobody('anonymous', async () => undefined),
    nobody('expired', () => forged({ expired: true })),
    nobody('of another network', () => forged({ expired: false, issuer: 'http://elsewhere.test' })),
  ];
}

/** A manager's token signed with the network's own key, and yet not to be believed. */
async function forged(how: { readonly expired: boolean; readonly issuer?: string }): Promise<string> {
  const [, payload = ''] = (await tokenOf('branch-manager-bordeaux')).split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  const state = process.env['JOURNEY_STATE'];
  if (!state) throw new Error('JOURNEY_STATE is missing: the matrix needs a network of its own');
  const { jwks } = JSON.parse(readFileSync(join(state, 'identity', 'keys.json'), 'utf8')) as {
    jwks: { keys: [{ kid: string }] };
  };
  const [key] = jwks.keys;
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({
    ...claims,
    ...(how.issuer ? { iss: how.issuer } : {}),
    iat: how.expired ? now - 1_200 : now,
    exp: how.expired ? now - 600 : now + 600,
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: key.kid })
    .sign(await importJWK(key, 'EdDSA'));
}
