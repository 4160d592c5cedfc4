import { beforeEach, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTVerifyGetKey, SignJWT } from 'jose';
import { EndedSessions } from './ended-sessions.js';
import { TokenVerifier } from './token-verifier.js';

const BEGIN = Date.parse('2030-03-04T09:00:00Z');
const UNAUTHENTICATED = { code: 'UNAUTHENTICATED' };

let now = BEGIN;
let looked = 0;
let withdrawn = false;
let verifier: TokenVerifier;
let ended: EndedSessions;
let tokenOf: (subject: string) => Promise<string>;

beforeEach(async () => {
  now = BEGIN;
  looked = 0;
  withdrawn = false;
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const published = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'key-1', alg: 'EdDSA' }] });
  const none = createLocalJWKSet({ keys: [] });
  const keys: JWTVerifyGetKey = async (header, input) => {
    looked += 1;
    return withdrawn ? none(header, input) : published(header, input);
  };
  const clock = { now: () => new Date(now) };
  ended = new EndedSessions(clock);
  verifier = new TokenVerifier({
    issuer: 'https://identity.test',
    audience: 'passerelle',
    keys,
    clock,
    ended,
  });
  tokenOf = (subject) =>
    new SignJWT({ role: 'AUDITOR', branches: ['*'] })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'key-1' })
      .setIssuer('https://identity.test')
      .setAudience('passerelle')
      .setSubject(subject)
      .setJti(subject)
      .setIssuedAt(BEGIN / 1_000)
      .setExpirationTime(BEGIN / 1_000 + 40)
      .sign(privateKey);
});

describe('a token that has held', () => {
  it('is refused from the moment its bearer’s sessions end, and nobody else’s is', async () => {
    const [one, other] = [await tokenOf('one'), await tokenOf('other')];
    await verifier.verify(one);
    now += 1_000;
    ended.end('one', new Date(now));
    await expect(verifier.verify(one)).rejects.toMatchObject({ code: 'SESSION_ENDED' });
    expect((await verifier.verify(other)).sub).toBe('other');
  });

  it('is believed for half a minute, and each token for itself', async () => {
    const [one, other] = [await tokenOf('one'), await tokenOf('other')];
    await verifier.verify(one);
    now += 29_999;
    expect((await verifier.verify(one)).sub).toBe('one');
    expect(looked).toBe(1);
    expect((await verifier.verify(other)).sub).toBe('other');
    expect(looked).toBe(2);
  });

  it('is checked again after that, so that a withdrawn key opens nothing any more', async () => {
    const token = await tokenOf('one');
    await verifier.verify(token);
    withdrawn = true;
    now += 30_000;
    await expect(verifier.verify(token)).rejects.toMatchObject(UNAUTHENTICATED);
  });

  it('is not believed past its own end', async () => {
    const token = await tokenOf('one');
    now += 39_000;
    await verifier.verify(token);
    now += 7_000;
    await expect(verifier.verify(token)).rejects.toMatchObject(UNAUTHENTICATED);
  });

  it('is forgotten before it can fill the memory', async () => {
    const first = await tokenOf('first');
    await verifier.verify(first);
    for (let n = 0; n < 1_000; n += 1) await verifier.verify(await tokenOf(`caller-${n}`));
    const before = looked;
    await verifier.verify(first);
    expect(looked).toBe(before + 1);
  });
});

it('believes no token that was refused', async () => {
  const token = await tokenOf('one');
  withdrawn = true;
  for (const _time of [1, 2]) await expect(verifier.verify(token)).rejects.toMatchObject(UNAUTHENTICATED);
  expect(looked).toBe(2);
});
