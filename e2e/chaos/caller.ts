import { setTimeout as pause } from 'node:timers/promises';
import { accessTokenFor } from '../../deploy/local/access-token.ts';
import type { Entry, History } from './history.ts';

/** An answer of the gateway. */
export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

const TOKEN_LASTS_MS = 180_000;
const AGAIN = new Set(['retry', 'bug', 'unauthenticated']);
const PATIENCE_MS = 20_000;

/** Speaks to the gateway in the names of the demo's personas, and writes down all that it asks for. */
export class Caller {
  private readonly tokens = new Map<string, { token: Promise<string>; until: number }>();
  private readonly where: { readonly address: string; readonly issuer: string };
  private readonly history: History;
  /** Once set, nothing is asked for again: what is not known stays unknown. */
  private givingUp = false;

  constructor(where: { readonly address: string; readonly issuer: string }, history: History) {
    this.where = where;
    this.history = history;
  }

  giveUp(): void {
    this.givingUp = true;
  }

  takeHeart(): void {
    this.givingUp = false;
  }

  /**
   * Sends a command under one key until it is answered, as a form does after a lost answer; `once` sends it a single time,
   * as somebody who walks away. Gives what became of it.
   */
  async command(
    command: { persona: string; mutation: string; input: Record<string, unknown>; key: string },
    once = false,
  ): Promise<Entry> {
    const entry = this.history.invoke(command);
    const { mutation, input } = command;
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`;
    for (let wait = 50; ; wait = Math.min(wait * 2, 1_000)) {
      const answer = await this.ask(command.persona, query, { input }, command.key);
      const result = answer?.data?.[mutation];
      if (typeof result === 'object' && result !== null && 'id' in result) {
        entry.outcome = 'ok';
        entry.id = String(result.id);
        return entry;
      }
      const extensions = answer?.errors?.[0]?.extensions;
      // A gateway or a service whose clock is wrong takes a good token for an old one: whoever is at a desk signs in again.
      if (extensions?.['kind'] === 'unauthenticated') this.tokens.delete(command.persona);
      if (extensions && !AGAIN.has(String(extensions['kind']))) {
        entry.outcome = 'fail';
        entry.code = String(extensions['code']);
        return entry;
      }
      if (once || this.givingUp) return entry;
      this.history.sentAgain(answer ? String(extensions?.['code'] ?? 'no id') : 'no answer');
      await pause(wait);
    }
  }

  /** Asks once; undefined when no answer came. */
  async ask(
    persona: string,
    query: string,
    variables: Record<string, unknown> = {},
    key?: string,
  ): Promise<Answer | undefined> {
    try {
      const response = await fetch(`${this.where.address}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await this.token(persona)}`,
          ...(key ? { 'idempotency-key': key } : {}),
        },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return (await response.json()) as Answer;
    } catch {
      // A line that was cut says nothing about what was done at its other end.
      return undefined;
    }
  }

  private token(persona: string): Promise<string> {
    const known = this.tokens.get(persona);
    if (known && known.until > Date.now()) return known.token;
    const token = accessTokenFor(persona, this.where.issuer, this.where.address);
    token.catch(() => this.tokens.delete(persona));
    this.tokens.set(persona, { token, until: Date.now() + TOKEN_LASTS_MS });
    return token;
  }
}
