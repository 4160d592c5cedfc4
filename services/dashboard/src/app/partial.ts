import type { AnswerError } from './graphql.js';

/** An answer with, for each part that did not arrive, the last value known and its hour. */
export interface Kept<Data> {
  readonly data: Data | null;
  readonly errors: readonly AnswerError[];
  /** When this answer came. */
  readonly at: string;
  /** `branch.stock` → when the value shown in its place was true. */
  readonly lastKnownAt: Readonly<Record<string, string>>;
}

/**
 * Keeps what was known where a service did not answer: the missing part takes its former value, with its hour. What was
 * never known stays missing; it is never a zero.
 */
export function keepLastKnown<Data>(
  before: Kept<Data> | undefined,
  answer: { readonly data: Data | null; readonly errors: readonly AnswerError[] },
  at: string,
): Kept<Data> {
  let data: unknown = answer.data;
  const lastKnownAt: Record<string, string> = {};
  for (const error of answer.errors) {
    const key = error.path.join('.');
    const was = before ? valueAt(before.data, error.path) : undefined;
    if (!before || was === undefined || was === null) continue;
    if (valueAt(data, error.path) !== null && valueAt(data, error.path) !== undefined) continue;
    data = withValueAt(data, error.path, was);
    lastKnownAt[key] = before.lastKnownAt[key] ?? before.at;
  }
  return { data: data as Data | null, errors: answer.errors, at, lastKnownAt };
}

/** The error that took a block's part away: at its path, above it or below it. */
export function errorOn(errors: readonly AnswerError[], path: string): AnswerError | undefined {
  return errors.find((error) => {
    const found = error.path.filter((step) => typeof step === 'string').join('.');
    return found === '' || `${found}.`.startsWith(`${path}.`) || `${path}.`.startsWith(`${found}.`);
  });
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return (value as Record<string | number, unknown>)[step];
  }, data);
}

function withValueAt(data: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(data)) return data.map((item, index) => (index === step ? withValueAt(item, rest, value) : item));
  // A list that is missing altogether cannot be rebuilt from one of its items.
  if (typeof step === 'number') return data;
  const here = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  return { ...here, [step]: withValueAt(here[step], rest, value) };
}
