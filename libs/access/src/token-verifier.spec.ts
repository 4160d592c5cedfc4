import { createHmac, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CryptoKey, createLocalJWKSet, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { issuerKeys, TokenVerifier } from './token-verifier.js';

const issuer = 'https://identity.test';
const now = new Date('2030-03-04T09:00:00Z');
const clock = { now: () => now };
const seconds = now.getTime() / 1_000;

let privateKey: CryptoKey;
let publicJwk: JWK;
let verifier: TokenVerifier;

beforeAll(async () => {
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  privateKey = pair.privateKey;
  publicJwk = { ...(await exportJWK(pair.publicKey)), kid: 'key-1', alg: 'EdDSA', use: 'sig' };
  verifier = new TokenVerifier({
    issuer,
    audience: 'passerelle',
    keys: createLocalJWKSet({ keys: [publicJwk] }),
    clock,
  });
});

const goodClaims = {
  sub: 'subject-1',
  role: 'BRANCH_MANAGER',
  branches: ['BX'],
  scope: 'openid',
  name: 'Somebody',
  jti: 'token-1',
  iss: issuer,
  aud: 'passerelle',
  iat: seconds,
  exp: seconds + 600,
};
const goodHeader = { alg: 'EdDSA', typ: 'at+jwt', kid: 'key-1' };

function sign(claims: object = {}, header: object = {}, key: CryptoKey | Uint8Array = privateKey): Promise<string> {
  return new SignJWT({ ...goodClaims, ...claims }).setProtectedHeader({ ...goodHeader, ...header }).sign(key);
}

function encode(part: unknown): string {
  return Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
}

async function expectRefused(token: string): Promise<void> {
  await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
}

describe('an access token', () => {
  it('gives its claims and nothing more', async () => {
    const claims = await verifier.verify(await sign({ surprise: 'x' }));
    expect(claims).toEqual({
      sub: 'subject-1',
      role: 'BRANCH_MANAGER',
      branches: ['BX'],
      scope: 'openid',
      name: 'Somebody',
      jti: 'token-1',
      iat: seconds,
      exp: seconds + 600,
    });
  });

  it('of a program tells of persons only with the scope for it, which no other role is widened by', async () => {
    const roleOf = async (claims: object) => (await verifier.verify(await sign(claims))).role;
    expect(await roleOf({ role: 'API_CLIENT', scope: 'openid' })).toBe('API_CLIENT');
    expect(await roleOf({ role: 'API_CLIENT', scope: 'openid persons' })).toBe('PERSONS_CLIENT');
    expect(await roleOf({ role: 'HELPER', scope: 'persons' })).toBe('HELPER');
    await expect(verifier.verify(await sign({ role: 'PERSONS_CLIENT' }))).rejects.toThrow('UNAUTHENTICATED');
  });

  it('may open the whole network', async () => {
    expect((await verifier.verify(await sign({ branches: ['*'] }))).branches).toEqual(['*']);
  });

  it.each(['none', 'None', 'NONE', 'nOnE'])('is refused unsigned, however "%s" is spelt', async (alg) => {
    const body = `${encode({ ...goodHeader, alg })}.${encode(goodClaims)}`;
    await expectRefused(`${body}.`);
    await expectRefused(`${body}.${encode('x')}`);
  });

  it('is refused when signed with the public key as a shared secret', async () => {
    const input = `${encode({ ...goodHeader, alg: 'HS256' })}.${encode(goodClaims)}`;
    const secret = Buffer.from(publicJwk.x ?? '', 'base64url');
    await expectRefused(`${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`);
  });

  it('is refused when signed by any other algorithm or key', async () => {
    const ec = await generateKeyPair('ES256');
    await expectRefused(await sign({}, { alg: 'ES256' }, ec.privateKey));
    const other = await generateKeyPair('EdDSA');
    await expectRefused(await sign({}, {}, other.privateKey));
  });

  it.each(['../../dev/null', "' OR 1=1 --", 'key-2', '', 7])('is refused with the key id %p', async (kid) => {
    await expectRefused(await sign({}, { kid }));
  });

  it('is refused without a key id, or when it brings or points to its own key', async () => {
    const { publicKey, privateKey: forged } = generateKeyPairSync('ed25519');
    const jwk = publicKey.export({ format: 'jwk' });
    const key = await crypto.subtle.importKey(
      'pkcs8',
      forged.export({ type: 'pkcs8', format: 'der' }),
      'Ed25519',
      false,
      ['sign'],
    );
    await expectRefused(await sign({}, { jwk }, key));
    await expectRefused(await sign({}, { jwk }));
    await expectRefused(await sign({}, { jku: 'https://elsewhere.test/keys' }));
    await expectRefused(await sign({}, { x5u: 'https://elsewhere.test/cert' }));
    await expectRefused(await sign({}, { kid: undefined }));
  });

  it('is refused with critical extensions', async () => {
    const input = `${encode({ ...goodHeader, crit: ['exp'], exp: 1 })}.${encode(goodClaims)}`;
    const signature = await crypto.subtle.sign('Ed25519', privateKey, Buffer.from(input));
    await expectRefused(`${input}.${Buffer.from(signature).toString('base64url')}`);
  });

  it('is refused once any part of it was edited, its signature dropped, or another token wrapped in it', async () => {
    const token = await sign();
    const [header, , signature] = token.split('.');
    await expectRefused(`${header}.${encode({ ...goodClaims, branches: ['*'] })}.${signature}`);
    await expectRefused(`${header}.${encode(goodClaims)}.`);
    await expectRefused(`${header}.${encode(token)}.${signature}`);
    await expectRefused(`${token}.${signature}`);
    await expectRefused('a'.repeat(1_000_000));
  });

  it('is refused as an identity token, for another audience, from another issuer', async () => {
    await expectRefused(await sign({}, { typ: 'JWT' }));
    await expectRefused(await sign({}, { typ: undefined }));
    await expectRefused(await sign({ aud: 'dashboard' }));
    await expectRefused(await sign({ iss: 'https://staging.test' }));
  });

  it.each([
    ['expired', { iat: seconds - 700, exp: seconds - 100 }],
    ['valid for longer than ten minutes', { exp: seconds + 601 }],
    ['valid for ever', { exp: 1e308 }],
    ['with an end that is text', { exp: String(seconds + 600) }],
    ['without an end', { exp: undefined }],
    ['without a beginning', { iat: undefined }],
    ['from the future', { iat: seconds + 60, exp: seconds + 600 }],
    ['not valid yet', { nbf: seconds + 60 }],
  ])('is refused when %s', async (_what, claims) => expectRefused(await sign(claims)));

  it.each([
    ['an unknown role', { role: 'ROOT' }],
    ['a list as role', { role: ['ADMINISTRATOR'] }],
    ['a text as branches', { branches: 'BX' }],
    ['the whole network beside a branch', { branches: ['*', 'BX'] }],
    ['a branch of three letters', { branches: ['BXX'] }],
    ['a branch in lower case', { branches: ['bx'] }],
    ['no subject', { sub: undefined }],
    ['no id of its own', { jti: undefined }],
  ])('is refused with %s', async (_what, claims) => expectRefused(await sign(claims)));

  it('comes in one Authorization header of the Bearer kind', async () => {
    const token = await sign();
    expect((await verifier.verifyHeader(`Bearer ${token}`)).sub).toBe('subject-1');
    for (const header of [undefined, '', token, `Basic ${token}`, `Bearer ${token}, Bearer ${token}`, 'Bearer ']) {
      await expect(verifier.verifyHeader(header)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    }
  });
});

describe('the keys of the issuer', () => {
  let address = '';
  let up = false;
  const server = createServer((request, response) => {
    response.statusCode = up ? 200 : 503;
    response.end(
      JSON.stringify(
        request.url === '/keys' ? { keys: [publicJwk] } : { issuer: address, jwks_uri: `${address}/keys` },
      ),
    );
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('are discovered, and an issuer that is down is not blamed on the bearer', async () => {
    const remote = new TokenVerifier({ issuer: address, audience: 'passerelle', keys: issuerKeys(address), clock });
    const token = await sign({ iss: address });
    await expect(remote.verify(token)).rejects.toMatchObject({ code: 'IDENTITY_UNAVAILABLE', kind: 'retry' });
    up = true;
    expect((await remote.verify(token)).jti).toBe('token-1');
  });
});
