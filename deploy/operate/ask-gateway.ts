/* How a command of the operator reaches the running network: through the gateway, with the operator's own token. */
import { accessTokenFor } from '../local/access-token.ts';
import { portBase, portsFrom } from '../local/ports.ts';

/** The services, as an operator names them. */
export const services = ['network', 'beneficiaries', 'workshops', 'equipment', 'reporting'];

/** What the network answered instead of doing it, in one sentence. */
export class Refused extends Error {}

/**
 * Posts to the gateway at `PASSERELLE_URL` with the token `PASSERELLE_TOKEN`; without them, to this clone's world as its
 * demo administrator, or the persona named. Throws `Refused` with the sentence of a refusal.
 */
export async function askGateway<A>(path: string, body: unknown, persona = 'administrator'): Promise<A> {
  const ports = portsFrom(portBase(process.env));
  const base = process.env.PASSERELLE_URL ?? `http://localhost:${ports.gateway}`;
  const token =
    process.env.PASSERELLE_TOKEN ??
    (await accessTokenFor(persona, `http://localhost:${ports.identity}`, `http://localhost:${ports.gateway}`));
  const response = await fetch(new URL(path, base), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as A & { errors?: { extensions: { en: string } }[] };
  const [refusal] = answer.errors ?? [];
  if (refusal) throw new Refused(refusal.extensions.en);
  return answer;
}

/** Runs a command; what is refused or cannot be reached ends it with one sentence. */
export async function operate(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const away = error instanceof TypeError;
    console.error(away ? 'The gateway does not answer. Is the network running?' : (error as Error).message);
    process.exitCode = 1;
  }
}
