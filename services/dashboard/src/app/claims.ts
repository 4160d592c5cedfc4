import { may, type Permission, ROLES, type Role } from '../../../../libs/access/src/permissions.js';

/** Who is signed in, as the access token says; the services check the same token again. */
export interface Identity {
  readonly subject: string;
  readonly name: string;
  readonly role: Role;
  /** Two-letter codes; `*` alone is the whole network. */
  readonly branches: readonly string[];
}

/** Reads the claims that the interface needs; undefined when the token is not one of ours. */
export function identityOf(accessToken: string): Identity | undefined {
  const claims = payloadOf(accessToken);
  const role = ROLES.find((known) => known === claims?.['role']);
  const branches = claims?.['branches'];
  const subject = claims?.['sub'];
  if (!role || typeof subject !== 'string' || !Array.isArray(branches)) return undefined;
  const name = claims?.['name'];
  return {
    subject,
    role,
    name: typeof name === 'string' ? name : role,
    branches: branches.filter((code): code is string => typeof code === 'string'),
  };
}

/** True when the role may do it: the same table as the services', so a hidden button and a refused call agree. */
export function allowed(identity: Identity, permission: Permission): boolean {
  return may(identity.role, permission);
}

/** True when the whole network is within reach. */
export function seesNetwork(identity: Identity): boolean {
  return identity.branches.includes('*');
}

function payloadOf(token: string): Record<string, unknown> | undefined {
  const part = token.split('.')[1];
  if (!part) return undefined;
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
