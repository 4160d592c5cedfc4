import { randomUUID } from 'node:crypto';
import { accessTokenFor } from '../../deploy/local/access-token.ts';

/** A GraphQL answer of the gateway. */
export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** Address of the network under test. */
export const network = (): string => required('JOURNEY_URL');

const tokens = new Map<string, Promise<string>>();

/** An access token of a demo persona. */
export function tokenOf(persona: string): Promise<string> {
  const known = tokens.get(persona) ?? accessTokenFor(persona, required('JOURNEY_IDENTITY'), network());
  tokens.set(persona, known);
  return known;
}

/** Asks the gateway as a persona; with a key, asking again does nothing twice. */
export async function ask(
  persona: string,
  query: string,
  variables: Record<string, unknown> = {},
  key?: string,
): Promise<Answer> {
  const response = await fetch(`${network()}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await tokenOf(persona)}`,
      ...(key ? { 'idempotency-key': key } : {}),
    },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

/** Sends a file as a persona; gives the id to name it by. */
export async function sent(persona: string, name: string, to: string, content: string): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([content]), name);
  const headers = { authorization: `Bearer ${await tokenOf(persona)}` };
  const answer = await fetch(`${network()}${to}`, { method: 'POST', headers, body: form });
  return String(((await answer.json()) as { fileId?: string }).fileId);
}

/** Runs a mutation with one idempotency key, again and again until it is acknowledged, as a form does after a lost answer. */
export async function insist(
  persona: string,
  mutation: string,
  input: Record<string, unknown>,
  key: string,
): Promise<string> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const body = JSON.stringify({
    query: `mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`,
    variables: { input },
  });
  for (;;) {
    const answer = await send(persona, body, key);
    const result = answer?.data?.[mutation];
    if (typeof result === 'object' && result !== null && 'id' in result) return String(result.id);
    const kind = answer?.errors?.[0]?.extensions['kind'];
    if (kind !== undefined && kind !== 'retry' && kind !== 'bug') throw new Error(JSON.stringify(answer));
  }
}

async function send(persona: string, body: string, key: string): Promise<Answer | undefined> {
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': key,
    authorization: `Bearer ${await tokenOf(persona)}`,
  };
  const response = await fetch(`${network()}/graphql`, { method: 'POST', headers, body }).catch(() => undefined);
  return response?.json().catch(() => undefined) as Promise<Answer | undefined> | undefined;
}

const PATIENCE_MS = 20_000;

/**
 * Runs a mutation of one input and gives its answer; throws with the refusal when there is one. What is only not yet known
 * (its event is on its way) is asked again, as a person would.
 */
export async function command(
  persona: string,
  mutation: string,
  input: Record<string, unknown>,
  fields = 'id',
): Promise<Record<string, unknown>> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`;
  const deadline = Date.now() + PATIENCE_MS;
  // One key for every try: a first answer that was lost or late was perhaps done all the same.
  const key = randomUUID();
  let answer = await ask(persona, query, { input }, key);
  while (answer.errors?.[0]?.extensions['kind'] === 'retry' && Date.now() < deadline) {
    answer = await ask(persona, query, { input }, key);
  }
  const result = answer.data?.[mutation];
  if (typeof result !== 'object' || result === null) throw new Error(JSON.stringify(answer.errors ?? answer));
  return result as Record<string, unknown>;
}

/** Hears the live ticks of a persona until `until` says enough; gives what was heard. */
export async function ticks(
  persona: string,
  until: (heard: readonly string[]) => boolean,
  act: () => Promise<void>,
): Promise<string[]> {
  const stop = new AbortController();
  const headers = { authorization: `Bearer ${await tokenOf(persona)}`, accept: 'text/event-stream' };
  const response = await fetch(`${network()}/live`, { headers, signal: stop.signal });
  const heard: string[] = [];
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('no stream');
  await act();
  try {
    for (let open = true; open && !until(heard); ) {
      const { done, value } = await reader.read();
      open = !done;
      for (const line of (value ?? '').split('\n')) if (line.startsWith('data:')) heard.push(line.slice(5).trim());
    }
  } finally {
    stop.abort();
  }
  return heard;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: journeys run with their own Jest configuration`);
  return value;
}
