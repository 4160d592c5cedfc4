import { useCallback, useState } from 'react';
import { useEnvironment } from './environment.js';

/** The values of one form and the key that makes sending it twice harmless. */
export interface Entry<T extends object> {
  readonly values: T;
  /** Made when the form opens; the same for every attempt at sending these values. */
  readonly idempotencyKey: string;
  readonly touched: boolean;
  set<K extends keyof T>(field: K, value: T[K]): void;
  /** Several fields at once, for parts of a form that stand in more than one. */
  change(values: Partial<T>): void;
  /** After a save: a clean form with a new key. */
  renew(values?: T): void;
}

/**
 * Holds a form's input in memory only (no draft of a person is stored). The key is renewed when a value changes after an
 * attempt, since the same key with other values would rightly be refused.
 */
export function useEntry<T extends object>(initial: T): Entry<T> {
  const { newId } = useEnvironment();
  const [state, setState] = useState(() => ({ values: initial, key: newId(), touched: false }));
  const change = useCallback(
    (values: Partial<T>) =>
      setState((before) => ({ values: { ...before.values, ...values }, key: newId(), touched: true })),
    [newId],
  );
  const set = useCallback(
    <K extends keyof T>(field: K, value: T[K]) => change({ [field]: value } as unknown as Partial<T>),
    [change],
  );
  const renew = useCallback(
    (values: T = initial) => setState({ values, key: newId(), touched: false }),
    [initial, newId],
  );
  return { values: state.values, idempotencyKey: state.key, touched: state.touched, set, change, renew };
}
