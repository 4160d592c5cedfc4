/** Why a request is refused; decides the HTTP/GraphQL family, never the sentence. `retry` = the same request may pass in a moment. */
export type RefusalKind = 'invalid' | 'not-found' | 'conflict' | 'forbidden' | 'unauthenticated' | 'retry';

/** What a sentence may name: never a person's data. */
export type RefusalValues = Readonly<Record<string, string | number>>;

/** One thing that may be refused: a stable code and its sentence in French and English. */
export interface RefusalDefinition<V extends RefusalValues> {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly fr: (values: V) => string;
  readonly en: (values: V) => string;
}

/**
 * An expected "no". Thrown by rules and use cases, turned into a GraphQL error by `formatGraphQLError`, shown by the
 * dashboard beside `field` in the reader's language. Anything thrown that is not a Refusal is a bug.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly fr: string;
  readonly en: string;
  /** Path of the input field at fault (`input.startsAt`), when there is one. */
  readonly field: string | undefined;
  /** What else was refused of the same input; empty but for those made by `allRefused`. */
  readonly beside: readonly Refusal[];

  constructor(
    definition: { code: string; kind: RefusalKind; fr: string; en: string },
    field?: string,
    beside: readonly Refusal[] = [],
  ) {
    super(definition.code);
    this.name = 'Refusal';
    this.code = definition.code;
    this.kind = definition.kind;
    this.fr = definition.fr;
    this.en = definition.en;
    this.field = field;
    this.beside = beside;
  }
}

/**
 * Several refusals of one input, so that a long form is put right once and not field after field. The first one speaks for
 * all, with its code, field and sentences; the others travel beside it.
 */
export function allRefused(refusals: readonly [Refusal, ...Refusal[]]): Refusal {
  const [first, ...others] = refusals;
  return new Refusal(first, first.field, [...first.beside, ...others]);
}

/** Makes a refusal: `throw SESSION_FULL({ seats: 8 }, 'sessionId')`. */
export type RefusalFactory<V extends RefusalValues> = ((values: V, field?: string) => Refusal) & {
  readonly code: string;
};

/**
 * Defines a refusal once, in a `.refusals.ts` file. The code is UPPER_SNAKE and never changes its meaning; clients
 * branch on it, people read the sentence.
 */
export function defineRefusal<V extends RefusalValues = Record<string, never>>(
  definition: RefusalDefinition<V>,
): RefusalFactory<V> {
  const make = (values: V, field?: string): Refusal =>
    new Refusal(
      { code: definition.code, kind: definition.kind, fr: definition.fr(values), en: definition.en(values) },
      field,
    );
  return Object.assign(make, { code: definition.code });
}
