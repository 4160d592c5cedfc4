import { type Persona, personas } from '../personas.ts';
import type { OpenSession, Store } from './store.ts';

/** Somebody who can sign in here: a persona, or a member who accepted an invitation. */
export interface DemoAccount {
  /** Name in commands, and the hint that skips the page on which one chooses. */
  readonly id: string;
  readonly subject: string;
  readonly mail: string;
  readonly role: Persona['role'];
  readonly branches: readonly string[];
  readonly name: string;
  readonly does: string;
  readonly scope: string;
  readonly enabled: boolean;
}

/** What network says of an account. */
export type AccountSaid = Pick<DemoAccount, 'name' | 'mail' | 'role' | 'branches' | 'enabled'>;

const MODEL = 'Account';

/** The accounts of the demo identity: the personas, until network says otherwise, and whom it added. */
export class Accounts {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  /** The account, unless it may not sign in any more. */
  of(subject: string | undefined): DemoAccount | undefined {
    return this.all().find((account) => account.subject === subject);
  }

  /** By persona id, subject or address. */
  named(hint: unknown): DemoAccount | undefined {
    return this.all().find(({ id, subject, mail }) => [id, subject, mail].includes(String(hint)));
  }

  /** Everybody who may sign in, personas first. */
  all(): DemoAccount[] {
    const said = new Map(
      this.store.all(MODEL).map((payload) => [String(payload['subject']), payload as unknown as AccountSaid]),
    );
    const known = personas.map((persona) => ({ ...persona, enabled: true, ...said.get(persona.subject) }));
    const added = [...said].filter(([subject]) => !personas.some((persona) => persona.subject === subject));
    const members = added.map(([subject, account]) => ({
      ...account,
      subject,
      id: subject,
      does: account.mail,
      scope: 'openid profile',
    }));
    return [...known, ...members].filter(({ enabled }) => enabled);
  }

  /** Makes the account what it has to be. */
  put(subject: string, said: AccountSaid): void {
    this.store.put(MODEL, subject, { ...said, subject });
  }

  /** The tabs in which somebody is signed in. */
  sessionsOf(subject: string): OpenSession[] {
    return this.store.sessionsOf(subject);
  }

  /** Signs somebody out everywhere. */
  endSessions(subject: string): void {
    this.store.forget(subject);
  }
}
