import pg from 'pg';
import { arrayLiteral } from './array-literal.js';

/** Sentences a connection remembers at most: the server keeps a plan for each. */
const MOST_REMEMBERED = 100;
/** Sentences heard once, counted until then. */
const MOST_HEARD = 1_000;

/**
 * A connection that has the server read and plan a sentence once: a service says the same few all day long. Whatever is
 * said for the second time is remembered. Sentences with a star are not: their columns change with the tables, and a plan
 * made before would then be refused.
 */
export class PreparingClient extends pg.Client {
  private readonly heard = new Set<string>();
  private readonly names = new Map<string, string>();

  // Whatever the client's overloads are given goes through as it came; a sentence with its values gets its name.
  override query(sentence: unknown, values?: unknown, ...rest: unknown[]): never {
    const query = super.query as (...args: unknown[]) => never;
    if (typeof sentence !== 'string' || !Array.isArray(values)) return query.call(this, sentence, values, ...rest);
    const sent: unknown[] = values.map((value: unknown) => (Array.isArray(value) ? arrayLiteral(value) : value));
    const name = this.nameOf(sentence);
    if (name === undefined) return query.call(this, sentence, sent, ...rest);
    return query.call(this, { name, text: sentence, values: sent }, ...rest);
  }

  private nameOf(sentence: string): string | undefined {
    const known = this.names.get(sentence);
    if (known !== undefined) return known;
    if (this.names.size >= MOST_REMEMBERED || sentence.includes('*')) return undefined;
    if (!this.heard.has(sentence)) {
      if (this.heard.size >= MOST_HEARD) this.heard.clear();
      this.heard.add(sentence);
      return undefined;
    }
    this.heard.delete(sentence);
    const name = `said_${this.names.size}`;
    this.names.set(sentence, name);
    return name;
  }
}
