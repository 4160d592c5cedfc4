import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose';
import { EndedSessions, type Role, TokenVerifier } from '#access';

/** Someone a test acts as. */
export interface Persona {
  readonly subject: string;
  readonly role: Role;
  readonly branches: readonly string[];
}

const persona = (role: Role, ...branches: string[]): Persona => ({
  subject: `test-${role.toLowerCase()}-${branches.join('-')}`,
  role,
  branches,
});

/** The people of the tests, named after their work. */
export const personas = {
  managerOfBordeaux: persona('BRANCH_MANAGER', 'BX'),
  managerOfLille: persona('BRANCH_MANAGER', 'LI'),
  helperOfBordeaux: persona('HELPER', 'BX'),
  coordinator: persona('NATIONAL_COORDINATOR', '*'),
  prescriberOfBordeaux: persona('PRESCRIBER', 'BX'),
  auditor: persona('AUDITOR', '*'),
  administrator: persona('ADMINISTRATOR', '*'),
  apiClient: persona('API_CLIENT', '*'),
} as const;

/** An identity provider of one test file: its own key, its own tokens. */
export interface TestIdentity {
  readonly verifier: TokenVerifier;
  /** Whose sessions the verifier takes for ended. */
  readonly ended: EndedSessions;
  /** The public keys, as an issuer publishes them. */
  readonly jwks: JSONWebKeySet;
  tokenFor(who: Persona): Promise<string>;
}

/** The issuer that test tokens name. */
export const TEST_ISSUER = 'http://identity.test';

/** Makes a fresh identity; its tokens hold for five minutes of the machine's clock. */
export async function createTestIdentity(): Promise<TestIdentity> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'EdDSA', use: 'sig' };
  const clock = { now: () => new Date() };
  const ended = new EndedSessions(clock);
  const tokens = new Map<string, string>();
  const jwks = { keys: [jwk] };
  return {
    jwks,
    verifier: new TokenVerifier({
      issuer: TEST_ISSUER,
      audience: 'passerelle',
      keys: createLocalJWKSet(jwks),
      clock,
      ended,
    }),
    ended,
    async tokenFor(who) {
      const key = JSON.stringify(who);
      const known = tokens.get(key);
      if (known) return known;
      // The widened role of a program is no claim: its scope makes it.
      const widened = who.role === 'PERSONS_CLIENT';
      const claims = { role: widened ? 'API_CLIENT' : who.role, scope: widened ? 'persons' : '' };
      const token = await new SignJWT({ ...claims, branches: who.branches, name: '' })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'test' })
        .setIssuer(TEST_ISSUER)
        .setAudience('passerelle')
        .setSubject(who.subject)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime('9m')
        .sign(privateKey);
      tokens.set(key, token);
      return token;
    },
  };
}
