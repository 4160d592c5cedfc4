import { ErrorResponse, type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { DashboardConfig } from './config.js';

/** Where the identity service sends the reader back. */
export const SIGNED_IN = '/signed-in';
const HINT = 'passerelle.persona';

/** Thrown when another person signed in over somebody's unfinished work. */
export class AnotherPerson extends Error {}

type Gate = 'open' | 'signed-out' | 'locked';

/**
 * The tab's tokens. Kept in the tab alone, so that two people work in two tabs. An expired session never loses a form:
 * the request waits behind a gate until the same person has signed in again, then goes on.
 */
export class Tokens {
  readonly users: UserManager;
  private gate: Gate = 'open';
  private renewing: Promise<string> | undefined;
  private readonly listeners = new Set<() => void>();
  private waiting: ((token: string) => void)[] = [];

  constructor(config: DashboardConfig) {
    this.users = new UserManager({
      authority: config.authority,
      client_id: config.clientId,
      redirect_uri: `${location.origin}${SIGNED_IN}`,
      post_logout_redirect_uri: `${location.origin}/`,
      response_type: 'code',
      scope: 'openid profile offline_access',
      automaticSilentRenew: true,
      revokeTokensOnSignout: true,
      // The access token lives ten minutes and is not kept anywhere to be revoked.
      revokeTokenTypes: ['refresh_token'],
      // The persona's name and role travel in the access token; no second request is needed for them.
      loadUserInfo: false,
      userStore: new WebStorageStateStore({ store: sessionStorage }),
      stateStore: new WebStorageStateStore({ store: sessionStorage }),
      popupWindowFeatures: { width: 520, height: 680 },
    });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  gateState = (): Gate => this.gate;

  /** The token in force; asks for a fresh one when it has just expired. */
  async current(): Promise<string> {
    const user = await this.users.getUser();
    if (user && !user.expired) return user.access_token;
    return this.renewed();
  }

  /** The token without asking anybody: for what works in the background. */
  async quietly(): Promise<string | undefined> {
    const user = await this.users.getUser();
    return user && !user.expired ? user.access_token : undefined;
  }

  /** After a 401: a silent refresh, else the reader is asked, and this waits for as long as it takes. */
  renewed(): Promise<string> {
    this.renewing ??= this.renew().finally(() => {
      this.renewing = undefined;
    });
    return this.renewing;
  }

  private async renew(): Promise<string> {
    const user = await this.users.getUser();
    if (user?.refresh_token) {
      try {
        const fresh = await this.users.signinSilent();
        if (fresh) return fresh.access_token;
      } catch (error) {
        // Unreachable is not refused: the caller says « hors connexion » and keeps the input.
        if (!(error instanceof ErrorResponse)) throw error;
      }
    }
    this.setGate('signed-out');
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Leaves for the identity service and comes back to the same address. */
  async signIn(hint?: string): Promise<void> {
    if (hint) sessionStorage.setItem(HINT, hint);
    await this.users.signinRedirect({
      state: { returnTo: `${location.pathname}${location.search}` },
      ...(hint ? { login_hint: hint, prompt: 'login' } : {}),
    });
  }

  /**
   * Finishes a sign-in that came back to this page and says where the reader wanted to go; undefined in the small window,
   * which only hands the answer to the page that opened it and closes. That window is told by what its tab does not hold:
   * the request was written down in the other one.
   */
  async finishSignIn(): Promise<string | undefined> {
    const request = new URLSearchParams(location.search).get('state')?.split(';')[0] ?? '';
    if (sessionStorage.getItem(`oidc.${request}`) === null) {
      await this.users.signinPopupCallback();
      return undefined;
    }
    const user = await this.users.signinCallback();
    const state = user?.state as { returnTo?: string } | undefined;
    return state?.returnTo && state.returnTo !== SIGNED_IN ? state.returnTo : '/';
  }

  /** In a window of its own, over the page; refuses anybody but the person whose work is on the page. */
  async signInAgain(expected: string): Promise<void> {
    const before = await this.users.getUser();
    const hint = sessionStorage.getItem(HINT);
    const user = await this.users.signinPopup({ prompt: 'login', ...(hint ? { login_hint: hint } : {}) });
    if (user.profile.sub !== expected) {
      await this.putBack(before);
      throw new AnotherPerson();
    }
    for (const go of this.waiting.splice(0)) go(user.access_token);
    this.setGate('open');
  }

  private async putBack(before: User | null): Promise<void> {
    if (before) await this.users.storeUser(before);
    else await this.users.removeUser();
  }

  /** Covers the page until the same person comes back; requests already under way go on. */
  lock = (): void => {
    if (this.gate === 'open') this.setGate('locked');
  };

  async signOut(): Promise<void> {
    sessionStorage.removeItem(HINT);
    try {
      await this.users.signoutRedirect();
    } catch {
      // The identity service does not answer: at least nothing stays in this tab.
      await this.users.removeUser();
      location.assign('/');
    }
  }

  private setGate(gate: Gate): void {
    this.gate = gate;
    for (const listener of this.listeners) listener();
  }
}
