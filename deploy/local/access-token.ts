import { createHash, randomBytes } from 'node:crypto';

/** The identity did not do what was asked. */
export class NoToken extends Error {}

/** What the identity answers to a request for tokens. */
export interface Tokens {
  access_token?: string;
  refresh_token?: string;
  id_token?: string;
  error?: string;
}

/** An access token for a persona. */
export async function accessTokenFor(persona: string, issuer: string, dashboard: string): Promise<string> {
  const { access_token: token, error } = await signIn(persona, issuer, dashboard);
  if (!token) throw new NoToken(`The identity gave no token (${error}).`);
  return token;
}

/**
 * Signs in the way a browser does: authorization code and proof key, with the persona's name as the hint that skips the
 * page on which one chooses.
 */
export async function signIn(persona: string, issuer: string, dashboard: string): Promise<Tokens> {
  const verifier = randomBytes(32).toString('base64url');
  const redirect = `${dashboard}/signed-in`;
  const query = new URLSearchParams({
    client_id: 'dashboard',
    response_type: 'code',
    redirect_uri: redirect,
    scope: 'openid profile',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    prompt: 'login',
    login_hint: persona,
  });
  const code = await follow(new URL(`${issuer}/auth?${query}`), redirect);
  const grant = { grant_type: 'authorization_code', client_id: 'dashboard', code, redirect_uri: redirect };
  return tokensFrom(issuer, { ...grant, code_verifier: verifier });
}

/** Asks the identity for tokens in exchange for a grant. */
export async function tokensFrom(issuer: string, grant: Record<string, string>): Promise<Tokens> {
  const answer = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(grant) });
  return (await answer.json()) as Tokens;
}

/** Walks from redirect to redirect with the cookies picked up on the way; returns the code at the end. */
async function follow(start: URL, goal: string): Promise<string> {
  const cookies = new Map<string, string>();
  let at = start;
  for (let hop = 0; hop < 8; hop += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
    await answer.body?.cancel();
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = line.match(/^([^=]+)=([^;]*)/) ?? [];
      if (name && value !== undefined) cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    if (!next) throw new NoToken(`The identity stopped half-way (HTTP ${answer.status}).`);
    at = new URL(next, at);
    const code = at.href.startsWith(goal) ? at.searchParams.get('code') : undefined;
    if (code) return code;
  }
  throw new NoToken('The identity sent us in circles.');
}
