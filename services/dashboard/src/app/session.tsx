import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import { AuthProvider, useAuth } from 'react-oidc-context';
import { type Identity, identityOf } from './claims.js';
import type { DashboardConfig } from './config.js';
import type { Tokens } from './tokens.js';

interface SessionValue {
  readonly config: DashboardConfig;
  readonly tokens: Tokens;
}
const SessionContext = createContext<SessionValue | null>(null);
const IdentityContext = createContext<Identity | null>(null);

/** Holds the tab's sign-in for everything below. */
export function SessionProvider(props: SessionValue & { readonly children: ReactNode }) {
  const { config, tokens } = props;
  const value = useMemo(() => ({ config, tokens }), [config, tokens]);
  return (
    <SessionContext.Provider value={value}>
      <AuthProvider userManager={tokens.users} skipSigninCallback>
        <WithIdentity>{props.children}</WithIdentity>
      </AuthProvider>
    </SessionContext.Provider>
  );
}

function WithIdentity({ children }: { readonly children: ReactNode }) {
  const { user, isLoading } = useAuth();
  const token = user?.access_token;
  // An expired token still names the person: their page stays while they sign in again.
  const identity = useMemo(() => (token ? (identityOf(token) ?? null) : null), [token]);
  // The token changes every few minutes, the person does not: pages are not redrawn for a refresh.
  const stable = useStable(identity);
  if (isLoading && !stable) return null;
  return <IdentityContext.Provider value={stable}>{children}</IdentityContext.Provider>;
}

function useStable(identity: Identity | null): Identity | null {
  const key = JSON.stringify(identity);
  return useMemo(() => JSON.parse(key) as Identity | null, [key]);
}

export function useSession(): SessionValue {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session above this page');
  return session;
}

/** Who is signed in, or null on the first page. */
export function useMaybeIdentity(): Identity | null {
  return useContext(IdentityContext);
}

/** Who is signed in. Pages are only drawn for somebody. */
export function useIdentity(): Identity {
  const identity = useContext(IdentityContext);
  if (!identity) throw new Error('nobody is signed in');
  return identity;
}

/** `signed-out`: the session ended under the page. `locked`: nobody touched it for ten minutes. */
export function useGate(): 'open' | 'signed-out' | 'locked' {
  const { tokens } = useSession();
  return useSyncExternalStore(tokens.subscribe, tokens.gateState);
}
