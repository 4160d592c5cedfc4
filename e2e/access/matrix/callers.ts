import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { importJWK, SignJWT } from 'jose';
import { accessTokenFor } from '../../../deploy/local/access-token.ts';
import { personas } from '../../../deploy/local/personas.ts';
import type { Role } from '../../../libs/access/src/permissions.ts';
import { ask, network, tokenOf } from '../../journeys/caller.js';
import { invitationTo } from '../../journeys/mail.ts';

/** Somebody, or nobody, who asks the gateway. */
export interface Caller {
  readonly name: string;
  /** Null for whoever must be told nothing at all. */
  readonly role: Role | null;
  readonly branches: readonly string[];
  readonly token: () => Promise<string | undefined>;
}

/** Every persona, a program told of persons, nobody, a manager whose token has run out or was made elsewhere, and one who was withdrawn. */
export function callers(): Caller[] {
  const known = personas.map(
    ({ id, role, branches }): Caller => ({ name: id, role, branches, token: () => tokenOf(id) }),
  );
  const nobody = (name: string, token: Caller['token']): Caller => ({ name, role: null, branches: [], token });
  return [
    ...known,
    {
      name: 'program told of persons',
      role: 'PERSONS_CLIENT',
      branches: ['BX'],
      token: () => forged({ expired: false, claims: { role: 'API_CLIENT', scope: 'persons', branches: ['BX'] } }),
    },
    nobody('anonymous', async () => undefined),
    nobody('expired', () => forged({ expired: true })),
    nobody('withdrawn', () => (withdrawnToken ??= withdrawn())),
    nobody('of another network', () => forged({ expired: false, issuer: 'http://elsewhere.test' })),
  ];
}

let withdrawnToken: Promise<string> | undefined;

/** The token of a manager of Bordeaux who has been withdrawn: good in every other respect, for some minutes yet. */
async function withdrawn(): Promise<string> {
  const mail = `${randomUUID()}@passerelle.example`;
  const input = { name: 'Membre retiré', mail, role: 'BRANCH_MANAGER', branches: ['BX'] };
  const invite = 'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { id } }';
  const { data } = await ask('administrator', invite, { input });
  const invited = data?.['inviteMember'] as { id: string } | undefined;
  if (!invited) throw new Error('nobody could be invited');
  const secret = new URL(await invitationTo(mail)).hash.slice(1);
  const headers = { 'content-type': 'application/json' };
  await fetch(`${network()}/invitations`, { method: 'POST', headers, body: JSON.stringify({ secret }) });
  const token = await accessTokenFor(mail, String(process.env['JOURNEY_IDENTITY']), network());
  const withdraw = 'mutation ($input: WithdrawMemberInput!) { withdrawMember(input: $input) { state } }';
  await ask('administrator', withdraw, { input: { id: invited.id } });
  // Within the minute that it may take, the gateway knows.
  for (const until = Date.now() + 60_000; Date.now() < until; await pause(200)) {
    const authorization = `Bearer ${token}`;
    const body = JSON.stringify({ query: '{ __typename }' });
    const { status } = await fetch(`${network()}/graphql`, {
      method: 'POST',
      headers: { ...headers, authorization },
      body,
    });
    if (status === 401) return token;
  }
  throw new Error('a withdrawn member is still let in after a minute');
}

/** A manager's token signed with the network's own key: not to be believed, unless what it claims may be. */
async function forged(how: {
  readonly expired: boolean;
  readonly issuer?: string;
  readonly claims?: Record<string, unknown>;
}): Promise<string> {
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
    ...how.claims,
    ...(how.issuer ? { iss: how.issuer } : {}),
    iat: how.expired ? now - 1_200 : now,
    exp: how.expired ? now - 600 : now + 600,
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: key.kid })
    .sign(await importJWK(key, 'EdDSA'));
}
