import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { ROLES } from '#access';

/** What we read of the realm; Keycloak reads more. */
interface Realm {
  readonly realm: string;
  readonly accessTokenLifespan: number;
  readonly registrationAllowed: boolean;
  readonly users: readonly {
    readonly serviceAccountClientId?: string;
    readonly credentials?: unknown;
    readonly clientRoles: Readonly<Record<string, readonly string[]>>;
  }[];
  readonly clients: readonly {
    readonly clientId: string;
    readonly publicClient: boolean;
    readonly secret?: string;
    readonly serviceAccountsEnabled: boolean;
    readonly standardFlowEnabled: boolean;
    readonly directAccessGrantsEnabled: boolean;
    readonly redirectUris: readonly string[];
    readonly attributes: Readonly<Record<string, string>>;
    readonly optionalClientScopes: readonly string[];
    readonly protocolMappers: readonly { readonly name: string; readonly config: Readonly<Record<string, string>> }[];
  }[];
  readonly components: Readonly<Record<string, readonly { providerId: string; config: Record<string, string[]> }[]>>;
}

const text = readFileSync('deploy/keycloak/passerelle-realm.json', 'utf8');
const realm = JSON.parse(text) as Realm;
const [dashboard] = realm.clients;
const claim = (name: string) => dashboard?.protocolMappers.find((mapper) => mapper.name === name)?.config;

interface Profile {
  attributes: { name: string; permissions: { edit: string[] }; validations: Record<string, Record<string, unknown>> }[];
}
const [profile] = realm.components['org.keycloak.userprofile.UserProfileProvider'] ?? [];
const { attributes } = JSON.parse(profile?.config['kc.user.profile.config']?.[0] ?? '{}') as Profile;
const attribute = (name: string) => attributes.find((one) => one.name === name);

describe('the realm of production', () => {
  it('is the one that the services take tokens from', () => {
    const { services } = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
      services: Record<string, { environment: Record<string, string> }>;
    };
    expect(services['gateway']?.environment['OIDC_ISSUER']).toMatch(new RegExp(`/realms/${realm.realm}$`));
    expect(services['gateway']?.environment['OIDC_JWKS_URI']).toContain(`/realms/${realm.realm}/protocol/`);
    // Whatever is left open in it is filled in from the identity's environment.
    const open = [...text.matchAll(/\$\{([A-Z_]+)\}/g)].map(([, name]) => name ?? '');
    expect([...new Set(open)].filter((name) => !(name in (services['identity']?.environment ?? {})))).toEqual([]);
  });

  it('signs access tokens as libs/access demands: EdDSA, at+jwt, for us, under ten minutes', () => {
    expect(dashboard?.attributes).toMatchObject({
      'access.token.signed.response.alg': 'EdDSA',
      'access.token.header.type.rfc9068': 'true',
    });
    const [key] = realm.components['org.keycloak.keys.KeyProvider'] ?? [];
    expect([key?.providerId, key?.config['eddsaEllipticCurveKey']]).toEqual(['eddsa-generated', ['Ed25519']]);
    expect(claim('audience')?.['included.custom.audience']).toBe('passerelle');
    // Issue and expiry are read off the clock one after the other: exactly ten minutes could become 601 s and be refused.
    expect(realm.accessTokenLifespan).toBeLessThanOrEqual(590);
  });

  it('says role and branches the way the services read them', () => {
    expect(claim('role')).toMatchObject({ 'claim.name': 'role', multivalued: 'false', 'access.token.claim': 'true' });
    expect(claim('branches')).toMatchObject({ 'claim.name': 'branches', multivalued: 'true' });
    expect(attribute('role')?.validations['options']?.['options']).toEqual(
      // A program's scope makes the wider one: nobody is given it.
      ROLES.filter((role) => role !== 'PERSONS_CLIENT'),
    );
    const branch = new RegExp(String(attribute('branches')?.validations['pattern']?.['pattern']));
    expect(['BX', '*', 'bx', 'BXL', ''].filter((code) => branch.test(code))).toEqual(['BX', '*']);
  });

  it('lets nobody give themselves a role or a branch, nor an account', () => {
    for (const name of ['role', 'branches']) expect(attribute(name)?.permissions.edit).toEqual(['admin']);
    expect(realm.registrationAllowed).toBe(false);
    expect(realm.users.filter((user) => user.serviceAccountClientId === undefined)).toEqual([]);
  });

  it('lets network keep accounts and nothing else, with a secret that comes from outside', () => {
    const members = realm.clients.find((client) => client.clientId === 'members');
    expect(members).toMatchObject({
      publicClient: false,
      serviceAccountsEnabled: true,
      standardFlowEnabled: false,
      directAccessGrantsEnabled: false,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Keycloak fills it in
      secret: '${IDENTITY_ADMIN_SECRET}',
    });
    const [account, ...others] = realm.users;
    expect(others).toEqual([]);
    expect(account?.serviceAccountClientId).toBe('members');
    expect(account?.credentials).toBeUndefined();
    expect(account?.clientRoles).toEqual({ 'realm-management': ['manage-users', 'view-users', 'view-clients'] });
  });

  it('knows the dashboard, which keeps no secret', () => {
    expect(realm.clients.map((client) => client.clientId)).toEqual(['dashboard', 'members']);
    expect(dashboard).toMatchObject({
      publicClient: true,
      directAccessGrantsEnabled: false,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Keycloak fills it in
      redirectUris: ['${PUBLIC_URL}/signed-in'],
      optionalClientScopes: ['offline_access'],
    });
    expect(dashboard?.attributes['pkce.code.challenge.method']).toBe('S256');
  });
});
