import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Service, services } from '../../../deploy/local/ports.ts';
import { may } from '../../../libs/access/src/permissions.ts';
import { type Answer, command, network, ticks, tokenOf } from '../../journeys/caller.js';
import { secrets } from '../../journeys/superuser.ts';
import { type Caller, callers } from './callers.ts';
import { askDirectly, entitiesOf, signed } from './doors.ts';
import { comparable, DIRECTORY, Judge } from './judge.ts';
import { pagedLists } from './pages.ts';
import { Policy } from './policy.ts';
import { publicSchema, questionsOf, type Scope } from './questions.ts';
import { givenScopes, type Scopes, send } from './scopes.ts';
import { WALL } from './walls.ts';

const schema = publicSchema();
const policy = new Policy();
const questions = questionsOf(schema);
const everybody = callers();
const held = new Set<string>();

let scopesOf: (caller: Caller) => Scopes;
beforeAll(async () => {
  scopesOf = await givenScopes();
}, 120_000);

let cursors = 0;
const cells = { asked: 0, refused: 0, leaks: 0 };
afterAll(() => {
  process.stderr.write(
    `other doors, ${WALL.name}: cells ${cells.asked}, refused ${cells.refused}, leaks ${cells.leaks}\n`,
  );
});

/** A failure names its own line of the log. */
const withoutReference = (text: string) => text.replaceAll(/Référence : [0-9a-f-]+/g, '');

const holds = (value: unknown) => value !== null && !(Array.isArray(value) && value.length === 0);
const maySee = ({ role }: Caller, type: string, field: string) =>
  role !== null && policy.of(type, field).every((permission) => may(role, permission));

function counted(answer: Answer): Answer {
  cells.asked += 1;
  if (answer.errors) cells.refused += 1;
  return answer;
}

describe(`past the questions, with ${WALL.name}`, () => {
  beforeAll(() => WALL.raise(), 60_000);
  afterAll(() => WALL.restore(), 60_000);
  const named = everybody.map((caller) => [caller.name, caller] as const);

  it.each(named)(
    'tells %s nothing more from another branch’s cursor, or for a word of it',
    async (_name, caller) => {
      const judge = new Judge(schema, policy, held, WALL.refuses);
      const found: string[] = [];
      const { own, other, elsewhere } = scopesOf(caller);
      const theirManager = everybody.find(
        ({ role, branches }) => role === 'BRANCH_MANAGER' && branches[0] === other.branch,
      );
      for (const list of pagedLists(schema, questions)) {
        const theirs = theirManager && (await send(theirManager, list.first(other)));
        const page = theirs?.data?.[list.name] as { endCursor: string | null } | null | undefined;
        if (page?.endCursor) cursors += 1;
        const asked = [list.found?.(own, `Zq${other.branch}`), page?.endCursor && list.after(own, page.endCursor)];
        for (const text of asked.filter((one) => typeof one === 'string'))
          found.push(...judge.leaks(caller, own, text, counted(await send(caller, text)), elsewhere));
      }
      cells.leaks += found.length;
      expect(found).toEqual([]);
    },
    120_000,
  );

  it.each(named)(
    'tells %s nothing of another branch by its key at the service itself',
    async (_name, caller) => {
      const judge = new Judge(schema, policy, held, WALL.refuses);
      const { own, other, none, elsewhere } = scopesOf(caller);
      const token = await caller.token();
      const found: string[] = [];
      for (const { service, type, query, variables } of entitiesOf()) {
        const ask = async (scope: Scope) =>
          counted((await askDirectly({ service, query, variables: variables(scope), token })).answer);
        const [mine, theirs, nobodys] = [await ask(own), await ask(other), await ask(none)];
        if (mine.data?.['_entities'] && !mine.errors) held.add(type);
        // What is told must be theirs to read, in any branch: a key is asked for past every list's own guard.
        for (const entity of [mine, theirs].map(
          ({ data }) => (data?.['_entities'] as unknown[] | null | undefined)?.[0],
        ))
          for (const [field, value] of Object.entries(entity ?? {}))
            if (WALL.refuses && holds(value) && !maySee(caller, type, field))
              found.push(`${service} tells ${type}.${field}`);
        if (caller.role === null && [mine, theirs].some(({ data }) => data))
          found.push(`${service} answers for ${type}`);
        const named = JSON.stringify(variables(other));
        found.push(
          ...judge.leaks(caller, other, named, theirs, elsewhere).map((words) => `${service} ${type}: ${words}`),
        );
        if (caller.branches.includes('*') || DIRECTORY.has(type)) continue;
        const [a, b] = [comparable(theirs, other), comparable(nobodys, none)].map(withoutReference);
        if (a !== b) found.push(`${service} ${type}: of another branch ${a}, of nobody ${b}`);
      }
      cells.leaks += found.length;
      expect(found).toEqual([]);
    },
    120_000,
  );
});

it('has been told something by key and by cursor, so that silence means a refusal', () => {
  expect(['Beneficiary', 'Device', 'Place', 'Session', 'Sale'].filter((type) => !held.has(type))).toEqual([]);
  expect(cursors).toBeGreaterThan(5);
});

it('answers nobody at a service but the gateway, and the gateway once', async () => {
  const token = await tokenOf('branch-manager-bordeaux');
  const query = '{ __typename }';
  const body = JSON.stringify({ query });
  const { subgraph } = secrets();
  const once = signed(body, subgraph);
  const statusOf = async (service: Service, signature: string | undefined) =>
    (await askDirectly({ service, query, token, signature })).status;
  for (const service of services) {
    expect([service, await statusOf(service, undefined)]).toEqual([service, 401]);
    expect([service, await statusOf(service, signed(body, 'guessed'))]).toEqual([service, 401]);
    expect([service, await statusOf(service, signed(body, subgraph, 60_000))]).toEqual([service, 401]);
    expect([service, await statusOf(service, signed('{}', subgraph))]).toEqual([service, 401]);
    expect([service, await statusOf(service, once), await statusOf(service, once)]).toEqual([service, 200, 401]);
  }
  const entities = '{ _entities(representations: []) { __typename } _service { sdl } }';
  const [manager] = everybody;
  expect(manager && (await send(manager, entities)).data).toBeUndefined();
});

it('takes no file from whoever has no token that holds, and lets nobody without one watch', async () => {
  for (const caller of everybody.filter(({ role }) => role === null)) {
    const token = await caller.token();
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    const sent = await Promise.all(
      ['/files', '/files/people', '/files/resources'].map(async (to) => {
        const form = new FormData();
        form.set('file', new Blob(['nom\nLieu\n'], { type: 'text/csv' }), 'lieux.csv');
        return (await fetch(`${network()}${to}`, { method: 'POST', headers, body: form })).status;
      }),
    );
    const watched = await fetch(`${network()}/live`, { headers });
    await watched.body?.cancel();
    expect([caller.name, ...sent, watched.status]).toEqual([caller.name, 401, 401, 401, 401]);
  }
});

it('opens the door of prescribers to a link alone, and tells nobody there whether a mailbox is known', async () => {
  const at = async (body: object, headers: Record<string, string> = {}) => {
    const json = { 'content-type': 'application/json', ...headers };
    const reply = await fetch(`${network()}/orient`, { method: 'POST', headers: json, body: JSON.stringify(body) });
    return JSON.stringify([reply.status, await reply.json()]);
  };
  const asked = ['camille.durand@example.org', 'nobody@example.org'].map((email) => at({ do: 'ask', email }));
  expect(new Set(await Promise.all(asked))).toEqual(new Set(['[200,{"done":"ask"}]']));
  const authorization = `Bearer ${await tokenOf('branch-manager-bordeaux')}`;
  const both: Record<string, string>[] = [{}, { authorization }];
  for (const headers of both)
    expect(await at({ do: 'show', token: 'x'.repeat(66) }, headers)).toContain('PRESCRIBER_LINK_OVER');
});

it('tells whoever watches nothing of another branch’s figures', async () => {
  const act = (manager: string) => command(manager, 'recordDropIn', { minutes: 20, themes: ['EMAIL'] });
  const of = (branch: string) => (heard: readonly string[]) => heard.some((line) => line.includes(`"${branch}"`));
  const heard = await ticks('branch-manager-bordeaux', of('BX'), async () => {
    await ticks('branch-manager-lille', of('LI'), async () => {
      await act('branch-manager-lille');
    });
    await act('branch-manager-bordeaux');
  });
  expect(heard.filter((line) => line.includes('"LI"'))).toEqual([]);
}, 60_000);
