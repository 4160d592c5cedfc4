import { TOO_MANY_AT_ONCE } from '../gateway.refusals.js';

const LIMIT = 50;

/** Counts each caller's open queries, so that one program's flood is its own trouble and nobody else's. */
export class QueriesUnderWay {
  private readonly open = new Map<string, number>();

  /** Runs the query unless its caller has too many open; throws `TOO_MANY_AT_ONCE` then. */
  async run<T>(caller: string, query: () => Promise<T>): Promise<T> {
    const before = this.open.get(caller) ?? 0;
    if (before >= LIMIT) throw TOO_MANY_AT_ONCE({ limit: LIMIT });
    this.open.set(caller, before + 1);
    try {
      return await query();
    } finally {
      const left = (this.open.get(caller) ?? 1) - 1;
      if (left === 0) this.open.delete(caller);
      else this.open.set(caller, left);
    }
  }
}
