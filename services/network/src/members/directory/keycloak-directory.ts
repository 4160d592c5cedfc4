import { z } from 'zod';
import { type Account, ANSWER_WITHIN_MS, Directory, DirectoryFault, type OpenSession } from './directory.js';

const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });
const usersAnswer = z.array(z.object({ id: z.string() }));
const sessionsAnswer = z.array(z.object({ start: z.number(), lastAccess: z.number() }));
const clientsAnswer = z.array(z.object({ id: z.string(), clientId: z.string() }));

/** What a new member does before the first sign-in, by Keycloak's own mail. */
const FIRST_STEPS = ['UPDATE_PASSWORD', 'VERIFY_EMAIL'];
const SPARE_MS = 10_000;

/**
 * Keycloak's admin REST interface. `url` is the realm's own (`…/realms/passerelle`); the client is confidential, with a
 * service account that holds `manage-users` and `query-clients` of `realm-management`.
 */
export class KeycloakDirectory extends Directory {
  private token: { readonly value: string; readonly until: number } | undefined;
  private readonly realm: string;
  private readonly admin: string;

  constructor(private readonly options: { url: string; client: string; secret: string; now: () => number }) {
    super();
    this.realm = options.url.replace(/\/$/, '');
    this.admin = this.realm.replace(/\/realms\/([^/]+)$/, '/admin/realms/$1');
  }

  async put(account: Account): Promise<string> {
    const found = account.subject ?? (await this.idOf(account.mail));
    const id = found ?? (await this.make(account));
    if (found !== undefined) await this.ask('PUT', `/users/${found}`, representation(account));
    // Until the subject is known to be ours: a first attempt may have died between the account and this mail.
    if (account.subject === null) await this.ask('PUT', `/users/${id}/execute-actions-email`, FIRST_STEPS);
    return id;
  }

  private async make(account: Account): Promise<string> {
    const made = await this.ask('POST', '/users', { ...representation(account), requiredActions: FIRST_STEPS });
    const id = made.headers.get('location')?.split('/').at(-1);
    if (!id) throw new DirectoryFault(made.status);
    return id;
  }

  async endSessions(subject: string): Promise<void> {
    await this.ask('POST', `/users/${subject}/logout`);
    // `logout` leaves offline sessions alone, and those are what refresh tokens of `offline_access` hang on.
    const dashboard = await this.dashboardId();
    for (const { id } of await this.offline(subject, dashboard))
      await this.ask('DELETE', `/sessions/${id}?isOffline=true`);
  }

  async sessionsOf(subject: string): Promise<OpenSession[]> {
    const online = sessionsAnswer.parse(await (await this.ask('GET', `/users/${subject}/sessions`)).json());
    const dashboard = await this.dashboardId();
    const offline = sessionsAnswer.parse(
      await (await this.ask('GET', `/users/${subject}/offline-sessions/${dashboard}`)).json(),
    );
    return [...online, ...offline].map(({ start, lastAccess }) => ({
      startedAt: new Date(start),
      lastSeenAt: new Date(lastAccess),
    }));
  }

  private async offline(subject: string, dashboard: string): Promise<{ id: string }[]> {
    const answer = await this.ask('GET', `/users/${subject}/offline-sessions/${dashboard}`);
    return usersAnswer.parse(await answer.json());
  }

  private async dashboardId(): Promise<string> {
    const answer = await this.ask('GET', '/clients?clientId=dashboard');
    const [client] = clientsAnswer.parse(await answer.json());
    if (!client) throw new DirectoryFault(404);
    return client.id;
  }

  private async idOf(mail: string): Promise<string | undefined> {
    const answer = await this.ask('GET', `/users?exact=true&email=${encodeURIComponent(mail)}`);
    return usersAnswer.parse(await answer.json())[0]?.id;
  }

  private async ask(method: string, path: string, body?: unknown): Promise<Response> {
    const answer = await fetch(`${this.admin}${path}`, {
      method,
      headers: { authorization: `Bearer ${await this.ownToken()}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      redirect: 'error',
    });
    // Somebody took the account or the session away already: there is nothing left to end.
    if (!answer.ok && !(method === 'DELETE' && answer.status === 404)) throw new DirectoryFault(answer.status);
    return answer;
  }

  private async ownToken(): Promise<string> {
    const now = this.options.now();
    if (this.token && now < this.token.until) return this.token.value;
    const answer = await fetch(`${this.realm}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: this.options.client,
        client_secret: this.options.secret,
      }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      redirect: 'error',
    });
    if (!answer.ok) throw new DirectoryFault(answer.status);
    const { access_token: value, expires_in: seconds } = tokenAnswer.parse(await answer.json());
    this.token = { value, until: now + seconds * 1_000 - SPARE_MS };
    return value;
  }
}

/** Keycloak wants two names; which part is which it need not know. */
function representation({ name, mail, role, branches, enabled }: Account): object {
  const [first = name, ...rest] = name.split(' ');
  return {
    username: mail,
    email: mail,
    firstName: first,
    lastName: rest.join(' ') || first,
    enabled,
    attributes: { role: [role], branches: [...branches] },
  };
}
