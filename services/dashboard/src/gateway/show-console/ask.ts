/** What the gateway answered, to be read by a developer. */
export interface ConsoleAnswer {
  readonly status: number;
  readonly milliseconds: number;
  readonly bytes: number;
  /** Calls per service, as the gateway counted them. */
  readonly calls: readonly { readonly service: string; readonly calls: number }[];
  /** The answer, indented. */
  readonly text: string;
}

/** What is sent: a query and its variables. */
export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Sends a query in somebody's name. Throws when the gateway cannot be reached. */
export async function ask(asked: Asked, token: string, clock: () => number): Promise<ConsoleAnswer> {
  const begun = clock();
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(asked),
  });
  const body = await response.text();
  return {
    status: response.status,
    milliseconds: Math.round(clock() - begun),
    bytes: new TextEncoder().encode(body).length,
    calls: callsIn(response.headers.get('server-timing') ?? ''),
    text: indented(body),
  };
}

/** Reads the gateway's `Server-Timing`: `workshops;desc="2";dur=14.2, equipment;desc="1";dur=3.0`. */
export function callsIn(timing: string): { service: string; calls: number }[] {
  return [...timing.matchAll(/([a-z]+);desc="(\d+)"/g)].map(([, service = '', calls = '0']) => ({
    service,
    calls: Number(calls),
  }));
}

/** The variables as typed; undefined when they are no JSON object. */
export function readVariables(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text.trim() === '') return {};
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' && found !== null && !Array.isArray(found)
      ? (found as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The same request for a shell; the token stays a variable, so that it lands in no history. */
export function asCurl(origin: string, asked: Asked): string {
  const body = JSON.stringify(asked).replaceAll("'", "'\\''");
  return [
    `curl -s ${origin}/graphql`,
    `-H "authorization: Bearer $TOKEN"`,
    `-H 'content-type: application/json'`,
    `-d '${body}'`,
  ].join(' \\\n  ');
}

/** The same request for a program. */
export function asJavaScript(origin: string, { query, variables }: Asked): string {
  return `const answer = await fetch('${origin}/graphql', {
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: \`Bearer \${token}\` },
  body: JSON.stringify({
    query: ${JSON.stringify(query)},
    variables: ${JSON.stringify(variables)},
  }),
});
const { data, errors } = await answer.json();
`;
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
