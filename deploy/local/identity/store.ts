import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  /** Seconds since 1970. */
  expiresAt: number | undefined;
}

/** A tab in which somebody is signed in: what one sign-in began and refresh tokens go on with. */
export interface OpenSession {
  readonly startedAt: string;
  readonly lastSeenAt: string;
}

/** Sign-ins in progress and refresh tokens, in one file, so that whoever is signed in stays so over a restart. */
export class Store {
  private readonly entries: Map<string, Entry>;
  private readonly file: string;
  private readonly now: () => number;

  constructor(file: string, now: () => number) {
    this.file = file;
    this.now = now;
    this.entries = new Map(read(file));
  }

  /** Everything kept of one kind of record. */
  adapter(model: string): Adapter {
    const key = (id: string) => `${model}:${id}`;
    return {
      upsert: async (id, payload, expiresIn) => {
        this.entries.set(key(id), { payload, expiresAt: expiresIn ? this.now() + expiresIn : undefined });
        this.save();
      },
      find: async (id) => this.alive(key(id))?.payload,
      findByUid: async (uid) => this.search(model, (payload) => payload.uid === uid),
      findByUserCode: async (code) => this.search(model, (payload) => payload.userCode === code),
      consume: async (id) => {
        const entry = this.alive(key(id));
        if (entry) entry.payload.consumed = this.now();
        this.save();
      },
      destroy: async (id) => {
        this.entries.delete(key(id));
        this.save();
      },
      revokeByGrantId: async (grantId) => {
        for (const [name, { payload }] of this.entries) if (payload.grantId === grantId) this.entries.delete(name);
        this.save();
      },
    };
  }

  /** Every living record of one kind. */
  all(model: string): AdapterPayload[] {
    return [...this.entries]
      .filter(([key, entry]) => key.startsWith(`${model}:`) && this.isAlive(entry))
      .map(([, { payload }]) => payload);
  }

  /** Keeps a record for ever. */
  put(model: string, id: string, payload: AdapterPayload): void {
    this.entries.set(`${model}:${id}`, { payload, expiresAt: undefined });
    this.save();
  }

  /** What this account's unused refresh tokens stand for, one for each sign-in. */
  sessionsOf(accountId: string): OpenSession[] {
    const iso = (seconds: unknown) => new Date(Number(seconds) * 1_000).toISOString();
    return this.all('RefreshToken')
      .filter((token) => token.accountId === accountId && !token.consumed)
      .map((token) => ({ startedAt: iso(token['iiat'] ?? token.iat), lastSeenAt: iso(token.iat) }));
  }

  /** Forgets whatever this account began: sign-ins, grants, tokens, and codes on their way. */
  forget(accountId: string): void {
    for (const [key, { payload }] of this.entries) if (payload.accountId === accountId) this.entries.delete(key);
    this.save();
  }

  private alive(key: string): Entry | undefined {
    const entry = this.entries.get(key);
    return entry && this.isAlive(entry) ? entry : undefined;
  }

  private isAlive(entry: Entry): boolean {
    return entry.expiresAt === undefined || entry.expiresAt > this.now();
  }

  private search(model: string, matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, entry] of this.entries) {
      if (key.startsWith(`${model}:`) && this.isAlive(entry) && matches(entry.payload)) return entry.payload;
    }
    return undefined;
  }

  private save(): void {
    for (const [key, entry] of this.entries) if (!this.isAlive(entry)) this.entries.delete(key);
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(`${this.file}.new`, JSON.stringify([...this.entries]), { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }
}

function read(file: string): [string, Entry][] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as [string, Entry][];
  } catch {
    return []; // none yet, or torn by a full disk: everybody signs in again
  }
}
