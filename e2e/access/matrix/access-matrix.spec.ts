import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { may } from '../../../libs/access/src/permissions.ts';
import type { Answer } from '../../journeys/caller.js';
import { type Caller, callers } from './callers.ts';
import { type Change, changesOf } from './changes.ts';
import { comparable, Judge, withoutWords } from './judge.ts';
import { Policy } from './policy.ts';
import { publicSchema, type Question, questionsOf, readable, type Scope } from './questions.ts';
import { givenScopes, type Scopes, send } from './scopes.ts';
import { WALL } from './walls.ts';

/**
 * Answers that tell another branch's record from nothing on purpose: the directory of branches and places, that somebody may be
 * known elsewhere, where a device is.
 */
const TELLS_APART =
  /^(Query\.(likelyDuplicates|duplicatePairs|deviceByTag|branch|place|places|placesByCommune|placesNear|exportPlaces)|Mutation\.(revise|retire)Place)$/;

const schema = publicSchema();
const policy = new Policy();
const questions = questionsOf(schema);
const changes = changesOf(schema);
const everybody = callers();

let scopesOf: (caller: Caller) => Scopes;
beforeAll(async () => {
  scopesOf = await givenScopes();
}, 120_000);

/** Whether « not yours » must look like « does not exist » to this caller, there. */
function mustLookAlike({ role, branches }: Caller, place: string): boolean {
  if (branches.includes('*') || TELLS_APART.test(place)) return false;
  return !(place === 'Query.figures' && role !== null && may(role, 'ReadNetworkFigures'));
}

const cells = { asked: 0, refused: 0, leaks: 0 };
const held = new Set<string>();
afterAll(() => {
  process.stderr.write(`${WALL.name}: cells ${cells.asked}, refused ${cells.refused}, leaks ${cells.leaks}\n`);
});

function counted(answer: Answer): Answer {
  cells.asked += 1;
  if (answer.errors) cells.refused += 1;
  return answer;
}

/** What a question tells this caller and should not. */
async function leaksOf(caller: Caller, question: Question): Promise<string[]> {
  const { own, other, none, elsewhere } = scopesOf(caller);
  const judge = new Judge(schema, policy, held, WALL.refuses);
  const leaks: string[] = [];
  const answers = new Map<Scope, Answer>();
  for (const scope of question.scoped ? [own, other, none] : [own])
    answers.set(scope, counted(await send(caller, question.text(scope))));
  const [theirs, nobodys] = [answers.get(other), answers.get(none)];
  // Where nothing refuses, sums of no row are still sums: what is told of a branch without records is told of nobody.
  const told = !WALL.refuses && nobodys ? withoutWords(nobodys, none) : undefined;
  for (const [scope, answer] of answers)
    for (const words of judge.leaks(caller, scope, question.text(scope), answer, elsewhere, told))
      leaks.push(`${question.edge} of ${scope.name}: ${words}`);
  if (theirs && nobodys && mustLookAlike(caller, question.asks[0] ?? '')) {
    const [a, b] = [comparable(theirs, other), comparable(nobodys, none)];
    if (a !== b) leaks.push(`${question.edge}: of another branch ${a}, of nobody ${b}`);
  }
  return leaks;
}

/** What a change does for this caller and should not, or how its refusals differ. */
async function wrongsOf(caller: Caller, change: Change): Promise<string[]> {
  const { own, other, none } = scopesOf(caller);
  const place = `Mutation.${change.name}`;
  const { role } = caller;
  const allowed = role !== null && policy.of('Mutation', change.name).every((permission) => may(role, permission));
  // What is theirs to do is shown by the journeys; here nothing may happen at all.
  if (allowed && (caller.branches.includes('*') || !change.scoped)) return [];
  const wrong: string[] = [];
  const codes = new Map<string, string>();
  for (const scope of allowed ? [other, none] : [own, other, none]) {
    const answer = counted(await send(caller, change.query, change.variables(scope)));
    if (answer.data?.[change.name]) wrong.push(`${place} of ${scope.name} was done`);
    codes.set(scope.name, String(answer.errors?.[0]?.extensions['code']));
  }
  if (new Set(codes.values()).size > 1 && !TELLS_APART.test(place))
    wrong.push(`${place}: ${JSON.stringify([...codes])}`);
  return wrong;
}

describe(`with ${WALL.name}`, () => {
  beforeAll(() => WALL.raise(), 60_000);
  afterAll(() => WALL.restore(), 60_000);

  it.each(everybody.map((caller) => [caller.name, caller] as const))(
    'tells and does for %s nothing that is not theirs',
    async (_name, caller) => {
      const found: string[] = [];
      for (const question of questions) found.push(...(await leaksOf(caller, question)));
      for (const change of changes) found.push(...(await wrongsOf(caller, change)));
      cells.leaks += found.length;
      expect(found).toEqual([]);
    },
    300_000,
  );
});

it('tells two managers who ask the same at the same moment each what is theirs', async () => {
  const judge = new Judge(schema, policy, held);
  const both = everybody.filter(({ role }) => role === 'BRANCH_MANAGER');
  const text =
    '{ organisations(first: 50) { items { id name } } beneficiaries(text: "Zq") { items { id givenName } } }';
  const leaks: string[] = [];
  for (let round = 0; round < 20; round += 1) {
    const answers = await Promise.all(both.map((caller) => send(caller, text)));
    for (const [n, caller] of both.entries()) {
      const { own, elsewhere } = scopesOf(caller);
      leaks.push(...judge.leaks(caller, own, text, counted(answers[n] ?? {}), elsewhere));
    }
  }
  expect(leaks).toEqual([]);
});

it('has asked for every field that can be read', () => {
  const all = readable(schema).flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
  const asked = new Set(questions.flatMap(({ asks }) => asks));
  expect(all.filter((place) => !asked.has(place))).toEqual([]);
});

it('has been told something wherever there is something, so that silence means a refusal', () => {
  const records = [
    'Beneficiary',
    'Session',
    'Sale',
    'Device',
    'SupportAct',
    'Enrolment',
    'Article',
    'Organisation',
    'ImportRun',
  ];
  const names = records.filter((type) => ![...held].some((place) => place.startsWith(`${type}.`)));
  expect(names).toEqual([]);
});
