import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { Accounts, type DemoAccount } from './accounts.ts';
import type { IdentityKeys } from './keys.ts';
import type { Store } from './store.ts';

/** Where the demo identity lives and whom it serves. */
export interface IdentityOptions {
  /** This server's own address, which every token names. */
  issuer: string;
  /** The gateway's origin, from which the dashboard asks. */
  dashboard: string;
  keys: IdentityKeys;
  store: Store;
  /** With which network keeps accounts here; nobody may without one. */
  adminSecret?: string | undefined;
}

/** The audience every token is for. */
const AUDIENCE = 'passerelle';
const RESOURCE = `urn:${AUDIENCE}`;
const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** An OpenID provider whose accounts are the personas, and the members whom network adds. */
export function createProvider({ issuer, dashboard, keys, store }: IdentityOptions): Provider {
  const accounts = new Accounts(store);
  const suffix = new URL(issuer).port;
  const configuration: Configuration = {
    adapter: (model: string) => store.adapter(model),
    jwks: keys.jwks,
    clients: [
      {
        client_id: 'dashboard',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [`${dashboard}/signed-in`],
        post_logout_redirect_uris: [`${dashboard}/`],
        id_token_signed_response_alg: 'EdDSA',
      },
    ],
    clientDefaults: { id_token_signed_response_alg: 'EdDSA' },
    clientBasedCORS: (_ctx, origin) => origin === dashboard,
    // Cookies do not tell ports apart: two clones on one machine would read each other's.
    cookies: {
      keys: keys.cookieKeys,
      names: { interaction: `interaction_${suffix}`, resume: `resume_${suffix}`, session: sessionCookie(issuer) },
    },
    claims: { openid: ['sub'], profile: ['name', 'role', 'branches', 'preferred_username'] },
    conformIdTokenClaims: false,
    scopes: ['openid', 'profile', 'offline_access'],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true, postLogoutSuccessSource: saySignedOut },
      resourceIndicators: {
        enabled: true,
        // The dashboard need not know about resource indicators: every token is for the one thing there is.
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 10 * MINUTE,
          jwt: { sign: { alg: 'EdDSA' } },
        }),
      },
    },
    ttl: {
      AccessToken: 10 * MINUTE,
      AuthorizationCode: MINUTE,
      Grant: 14 * DAY,
      IdToken: 10 * MINUTE,
      Interaction: 60 * MINUTE,
      RefreshToken: DAY,
      Session: 14 * DAY,
    },
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    // Tokens belong to the tab that asked for them: signing in as somebody else in a second tab ends nothing in the first.
    expiresWithSession: () => false,
    // Who may not sign in any more has no account: their refresh tokens are worth nothing either.
    findAccount: (_ctx, subject) => account(accounts.of(subject)),
    loadExistingGrant: grantAll,
    extraTokenClaims: (_ctx, token) => ('accountId' in token ? claimsOf(accounts.of(token.accountId)) : undefined),
    formats: {
      customizers: {
        jwt: (_ctx, token, jwt) => {
          if ('accountId' in token) jwt.payload.scope = accounts.of(token.accountId)?.scope ?? '';
        },
      },
    },
    interactions: { url: (_ctx, interaction) => `/sign-in/${interaction.uid}` },
    renderError: (ctx, out) => {
      ctx.type = 'text/plain; charset=utf-8';
      ctx.body = `La connexion n’a pas abouti (${out.error}). Revenez à ${dashboard} et recommencez.\n`;
    },
  };
  return new Provider(issuer, configuration);
}

/** The cookie that remembers who signed in last. */
export const sessionCookie = (issuer: string): string => `session_${new URL(issuer).port}`;

function claimsOf(persona: DemoAccount | undefined) {
  return persona && { name: persona.name, role: persona.role, branches: [...persona.branches] };
}

function account(persona: DemoAccount | undefined) {
  if (!persona) return undefined;
  const claims = { sub: persona.subject, preferred_username: persona.id, ...claimsOf(persona) };
  return { accountId: persona.subject, claims: async () => claims };
}

/** Nobody is asked for consent: the one client is our own dashboard. */
async function grantAll(ctx: KoaContextWithOIDC) {
  const { provider, client, session } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile offline_access');
  grant.addOIDCClaims(['sub', 'name', 'role', 'branches', 'preferred_username']);
  await grant.save();
  return grant;
}

function saySignedOut(ctx: KoaContextWithOIDC) {
  ctx.type = 'text/plain; charset=utf-8';
  ctx.body = 'Vous êtes déconnecté.\n';
}
