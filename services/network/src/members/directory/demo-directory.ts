import { z } from 'zod';
import { type Account, ANSWER_WITHIN_MS, Directory, DirectoryFault, type OpenSession } from './directory.js';

const putAnswer = z.object({ subject: z.string().min(1) });
const sessionsAnswer = z.array(z.object({ startedAt: z.coerce.date(), lastSeenAt: z.coerce.date() }));

/** The identity of the demo network: `/admin` on its own loopback address. */
export class DemoDirectory extends Directory {
  constructor(
    private readonly url: string,
    private readonly secret: string,
  ) {
    super();
  }

  async put({ memberId, subject, ...account }: Account): Promise<string> {
    const answer = await this.ask('PUT', subject ?? memberId, '', account);
    return putAnswer.parse(await answer.json()).subject;
  }

  async endSessions(subject: string): Promise<void> {
    await this.ask('DELETE', subject, '/sessions');
  }

  async sessionsOf(subject: string): Promise<OpenSession[]> {
    return sessionsAnswer.parse(await (await this.ask('GET', subject, '/sessions')).json());
  }

  private async ask(method: string, subject: string, rest: string, body?: object): Promise<Response> {
    const answer = await fetch(new URL(`/admin/accounts/${encodeURIComponent(subject)}${rest}`, this.url), {
      method,
      headers: { authorization: `Bearer ${this.secret}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      redirect: 'error',
    });
    if (!answer.ok) throw new DirectoryFault(answer.status);
    return answer;
  }
}
