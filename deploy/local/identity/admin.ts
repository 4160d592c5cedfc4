import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Accounts } from './accounts.ts';

const said = z.object({
  name: z.string().min(1),
  mail: z.string().min(3),
  role: z.enum([
    'HELPER',
    'BRANCH_MANAGER',
    'NATIONAL_COORDINATOR',
    'PRESCRIBER',
    'AUDITOR',
    'ADMINISTRATOR',
    'API_CLIENT',
  ]),
  branches: z.array(z.string()).min(1),
  enabled: z.boolean(),
});
const LONGEST_BODY = 10_000;

/** What network may do here: `/admin/accounts/<subject>`, `PUT`; its `/sessions`, `GET` and `DELETE`. For whoever holds the secret. */
export async function administer(
  accounts: Accounts,
  secret: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = (status: number, body: object = {}) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (secret === undefined || !holds(request.headers.authorization, secret)) return answer(401);
  const [, , , subject, part] = (request.url ?? '').split('/').map(decodeURIComponent);
  if (!subject) return answer(404);
  if (request.method === 'PUT' && part === undefined) {
    const account = said.safeParse(await bodyOf(request));
    if (!account.success) return answer(400);
    accounts.put(subject, account.data);
    return answer(200, { subject });
  }
  if (part !== 'sessions') return answer(404);
  if (request.method === 'GET') return answer(200, accounts.sessionsOf(subject));
  if (request.method !== 'DELETE') return answer(405);
  accounts.endSessions(subject);
  return answer(200);
}

function holds(authorization: string | undefined, secret: string): boolean {
  const [given, wanted] = [Buffer.from(authorization ?? ''), Buffer.from(`Bearer ${secret}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > LONGEST_BODY) return undefined;
  }
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
