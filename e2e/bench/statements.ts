import type { Tx } from '#persistence';

/** One statement as it was sent. */
export interface Statement {
  readonly sql: string;
  readonly values: unknown[];
}

/** The same transaction, whose statements are written down as well. */
export function heard(tx: Tx, into: Statement[]): Tx {
  return new Proxy(tx, {
    get(target, name) {
      if (name === 'query')
        return (sql: string, values: unknown[] = []) => {
          into.push({ sql, values });
          return target.query(sql, values);
        };
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
