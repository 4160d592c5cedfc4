import { print } from '@0no-co/graphql.web';
import type { RefusalShown } from '../ui/refusal.js';
import type { Query } from './query.js';
import type { Tokens } from './tokens.js';

/** One line of `errors[]`: an expected refusal, a part that does not answer, or a bug with its reference. */
export interface AnswerError extends RefusalShown {
  readonly path: readonly (string | number)[];
  /** The service that did not answer, when that is the reason. */
  readonly service?: string | undefined;
}

/** What came back: possibly partial; each error says by its path which part is missing. */
export interface Answer<Data> {
  readonly data: Data | null;
  readonly errors: readonly AnswerError[];
}

/** Nothing came back at all: the network, or a gateway that is starting. Nothing is lost, nothing is known to be done. */
export class Unreachable extends Error {}

const UNREACHABLE: RefusalShown = {
  code: 'UNREACHABLE',
  kind: 'retry',
  fr: 'La demande n’est pas partie : pas de connexion. Votre saisie est gardée ici, vous pouvez renvoyer sans risque de doublon.',
  en: 'The request did not leave: no connection. Your input is kept here; you can send it again without a risk of a double.',
};

/** The sentence for a request that did not get through. */
export function unreachable(): RefusalShown {
  return UNREACHABLE;
}

/** Asks the gateway on behalf of whoever is signed in; renews the session once when it has expired, then asks again. */
export class GraphqlClient {
  constructor(
    private readonly tokens: Pick<Tokens, 'current' | 'renewed'>,
    private readonly send: typeof fetch = (input, init) => fetch(input, init),
    /** Tokens know whole seconds: one issued in the very second in which sessions ended would be refused as well. */
    private readonly nextSecond: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve, 1_100)),
  ) {}

  async ask<Data, Variables>(
    document: Query<Data, Variables>,
    variables: Variables,
    options: { readonly idempotencyKey?: string | undefined; readonly signal?: AbortSignal | undefined } = {},
  ): Promise<Answer<Data>> {
    const body = JSON.stringify({ query: print(document), variables });
    const first = await this.post<Data>(body, await this.tokens.current(), options);
    if (!signedOut(first)) return first.answer;
    // A member who changed or left: what is open here is renewed with the rights of now, or cannot be.
    if (sessionEnded(first)) await this.nextSecond();
    const second = await this.post<Data>(body, await this.tokens.renewed(), options);
    return second.answer;
  }

  private async post<Data>(
    body: string,
    token: string,
    options: { readonly idempotencyKey?: string | undefined; readonly signal?: AbortSignal | undefined },
  ): Promise<{ status: number; answer: Answer<Data> }> {
    const response = await this.reach(() =>
      this.send('/graphql', {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          authorization: `Bearer ${token}`,
          ...(options.idempotencyKey ? { 'idempotency-key': options.idempotencyKey } : {}),
        },
        ...(options.signal ? { signal: options.signal } : {}),
      }),
    );
    const found: unknown = await response.json().catch(() => null);
    if (!isAnswer(found)) {
      if (response.status === 401) return { status: 401, answer: { data: null, errors: [] } };
      throw new Unreachable(`the gateway answered ${response.status}`);
    }
    const answer = { data: (found.data ?? null) as Data | null, errors: (found.errors ?? []).flatMap(readErrors) };
    return { status: response.status, answer };
  }

  private async reach(send: () => Promise<Response>): Promise<Response> {
    try {
      return await send();
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new Unreachable('no connection', { cause: error });
    }
  }
}

interface Extensions extends Partial<RefusalShown> {
  readonly service?: string;
  readonly beside?: readonly Extensions[];
}

interface RawError {
  readonly message?: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Extensions;
}

function isAnswer(found: unknown): found is { data?: unknown; errors?: readonly RawError[] } {
  return typeof found === 'object' && found !== null && ('data' in found || 'errors' in found);
}

function signedOut({ status, answer }: { status: number; answer: Answer<unknown> }): boolean {
  return (
    status === 401 || answer.errors.some((error) => error.code === 'UNAUTHENTICATED' || error.code === 'SESSION_ENDED')
  );
}

function sessionEnded({ answer }: { answer: Answer<unknown> }): boolean {
  return answer.errors.some((error) => error.code === 'SESSION_ENDED');
}

/** One line may refuse several fields of a form: each is a refusal of its own here. */
function readErrors(raw: RawError): AnswerError[] {
  const others = raw.extensions?.beside ?? [];
  return [readError(raw), ...others.map((extensions) => readError({ ...raw, extensions }))];
}

/** A line without our extensions is nobody's refusal: shown as « something went wrong », never with its own text. */
export function readError(raw: RawError): AnswerError {
  const found = raw.extensions ?? {};
  return {
    code: found.code ?? 'INTERNAL',
    kind: found.kind ?? 'bug',
    field: found.field,
    fr: found.fr ?? 'Quelque chose n’a pas fonctionné. Rien n’a été enregistré.',
    en: found.en ?? 'Something went wrong. Nothing was saved.',
    correlationId: found.correlationId,
    path: raw.path ?? [],
    service: found.service,
  };
}
