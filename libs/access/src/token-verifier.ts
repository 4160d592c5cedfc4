import { createRemoteJWKSet, decodeProtectedHeader, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import { UNAUTHENTICATED } from '#errors';
import type { EndedSessions } from './ended-sessions.js';
import { ROLES, type Role } from './permissions.js';
import { IDENTITY_UNAVAILABLE, SESSION_ENDED } from './token.refusals.js';

const MAX_TOKEN_LENGTH = 8_192;
const MAX_LIFETIME_S = 600;
const CLOCK_TOLERANCE_S = 5;
/** A header that names its own key or asks for extensions is a forger's: the key comes from the issuer, by kid alone. */
const FORBIDDEN_HEADERS = ['jku', 'jwk', 'x5u', 'x5c', 'x5t', 'x5t#S256', 'crit', 'b64', 'zip', 'enc'];

/** Two-letter codes, or `*` alone for the whole network. */
const branches = z
  .array(z.string())
  .max(200)
  .refine((codes) => (codes.length === 1 && codes[0] === '*') || codes.every((code) => /^[A-Z]{2}$/.test(code)));
/** What a program needs in its token to be told of persons, and of figures to the unit. */
const PERSONS_SCOPE = 'persons';
const claimsSchema = z
  .object({
    sub: z.string().min(1).max(255),
    // Nobody is given the widened role: a program's scope makes it.
    role: z.enum(ROLES).exclude(['PERSONS_CLIENT']),
    branches,
    scope: z.string().max(1_000).default(''),
    name: z.string().max(200).default(''),
    jti: z.string().min(1).max(255),
    iat: z.int(),
    exp: z.int(),
  })
  .transform((claims) => ({ ...claims, role: roleOf(claims) }));

function roleOf({ role, scope }: { readonly role: Role; readonly scope: string }): Role {
  return role === 'API_CLIENT' && scope.split(' ').includes(PERSONS_SCOPE) ? 'PERSONS_CLIENT' : role;
}

/** What a checked access token says of its bearer. `name` is for the screen only: never stored, never logged. */
export type TokenClaims = Readonly<z.infer<typeof claimsSchema>>;

/** Where a verifier gets its keys and its time. */
export interface TokenVerifierOptions {
  readonly issuer: string;
  readonly audience: string;
  /** The issuer's keys: `issuerKeys(issuer)`, or `createLocalJWKSet` in a test. */
  readonly keys: JWTVerifyGetKey;
  readonly clock: { now(): Date };
  /** Whose sessions have ended meanwhile; without it a token holds until it expires. */
  readonly ended?: EndedSessions;
}

/** Pages show the same token with each of their questions; a key that is withdrawn is believed no longer than this. */
const BELIEVED_MS = 30_000;
const MAX_BELIEVED = 1_000;

/**
 * Checks access tokens: EdDSA only, `at+jwt`, this issuer, this audience, at most ten minutes long. A token that held is
 * believed for half a minute, and never past its end, without its signature being calculated again.
 */
export class TokenVerifier {
  private readonly believed = new Map<string, { readonly claims: TokenClaims; readonly until: number }>();

  constructor(private readonly options: TokenVerifierOptions) {}

  /**
   * The claims of a token that holds in every respect. Refuses `UNAUTHENTICATED` without saying which respect it was,
   * `SESSION_ENDED` when its bearer's sessions were ended since it was issued, and `IDENTITY_UNAVAILABLE` when the issuer's
   * keys cannot be read.
   */
  async verify(token: string): Promise<TokenClaims> {
    const claims = await this.claimsOf(token);
    if (this.options.ended?.refuses(claims)) throw SESSION_ENDED({});
    return claims;
  }

  private async claimsOf(token: string): Promise<TokenClaims> {
    const now = this.options.clock.now();
    const known = this.believed.get(token);
    if (known && now.getTime() < known.until) return known.claims;
    if (token.length === 0 || token.length > MAX_TOKEN_LENGTH || !hasPlainHeader(token)) throw UNAUTHENTICATED({});
    const payload = await this.payloadOf(token, now);
    const claims = claimsSchema.safeParse(payload);
    if (!claims.success) throw UNAUTHENTICATED({});
    const { iat, exp } = claims.data;
    if (exp <= iat || exp - iat > MAX_LIFETIME_S || iat > now.getTime() / 1_000 + CLOCK_TOLERANCE_S) {
      throw UNAUTHENTICATED({});
    }
    this.believe(token, claims.data, now.getTime());
    return claims.data;
  }

  private believe(token: string, claims: TokenClaims, now: number): void {
    this.believed.delete(token);
    for (const [old, { until }] of this.believed) {
      if (until > now && this.believed.size < MAX_BELIEVED) break;
      this.believed.delete(old);
    }
    this.believed.set(token, { claims, until: Math.min(now + BELIEVED_MS, claims.exp * 1_000) });
  }

  /** The claims of `Authorization: Bearer …`. Refuses `UNAUTHENTICATED` for a missing, doubled or foreign header. */
  async verifyHeader(authorization: string | undefined): Promise<TokenClaims> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw UNAUTHENTICATED({});
    return this.verify(token);
  }

  private async payloadOf(token: string, now: Date): Promise<unknown> {
    try {
      const verified = await jwtVerify(token, this.options.keys, {
        algorithms: ['EdDSA'],
        typ: 'at+jwt',
        issuer: this.options.issuer,
        audience: this.options.audience,
        requiredClaims: ['sub', 'iat', 'exp', 'jti', 'aud'],
        clockTolerance: CLOCK_TOLERANCE_S,
        currentDate: now,
      });
      return verified.payload;
    } catch (error) {
      if (isFaultOfToken(error)) throw UNAUTHENTICATED({});
      throw IDENTITY_UNAVAILABLE({});
    }
  }
}

/**
 * The issuer's published keys, found by OIDC discovery on first use and kept; an unknown `kid` asks again, at most every
 * 30 s. `jwksUri` is for networks where the issuer's public address is not reachable from here.
 */
export function issuerKeys(issuer: string, jwksUri?: string): JWTVerifyGetKey {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  return async (header, input) => {
    keys ??= (jwksUri === undefined ? discover(issuer) : Promise.resolve(jwksUri)).then((uri) =>
      createRemoteJWKSet(new URL(uri)),
    );
    let resolved: JWTVerifyGetKey;
    try {
      resolved = await keys;
    } catch (error) {
      keys = undefined; // The next caller tries again: an issuer that starts late is no reason to restart.
      throw error;
    }
    return resolved(header, input);
  };
}

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

async function discover(issuer: string): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(5_000), redirect: 'error' });
  if (!answer.ok) throw new Error(`The identity provider answered ${answer.status} to its discovery address.`);
  const found = discovery.parse(await answer.json());
  if (found.issuer !== issuer) throw new Error('The identity provider names itself otherwise than configured.');
  return found.jwks_uri;
}

function hasPlainHeader(token: string): boolean {
  try {
    const header = decodeProtectedHeader(token);
    return (
      typeof header.kid === 'string' &&
      /^[\w.~-]{1,128}$/.test(header.kid) &&
      !FORBIDDEN_HEADERS.some((name) => Object.hasOwn(header, name))
    );
  } catch {
    return false;
  }
}

/** A network fault and a key set that timed out are not the bearer's doing. */
function isFaultOfToken(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid)
  );
}
