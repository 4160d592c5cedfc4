/** A member as the identity provider has to know them. */
export interface Account {
  readonly memberId: string;
  /** Null the first time: the provider gives it. */
  readonly subject: string | null;
  readonly name: string;
  readonly mail: string;
  readonly role: string;
  readonly branches: readonly string[];
  /** May sign in. */
  readonly enabled: boolean;
}

/** A browser in which somebody is signed in. */
export interface OpenSession {
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
}

/** The identity provider as the one who keeps accounts. Every call may be repeated: the second changes nothing. */
export abstract class Directory {
  /** Makes the account what it has to be and gives its subject. */
  abstract put(account: Account): Promise<string>;

  /** Forgets every sign-in: no refresh token holds any more. */
  abstract endSessions(subject: string): Promise<void>;

  abstract sessionsOf(subject: string): Promise<OpenSession[]>;
}

/** How long the provider may take to answer. */
export const ANSWER_WITHIN_MS = 5_000;

/** A call of the provider's administration that did not succeed; says nothing of whom it was about. */
export class DirectoryFault extends Error {
  constructor(readonly status: number) {
    super(`The identity provider answered ${status}.`);
  }
}
