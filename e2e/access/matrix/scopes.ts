import { type Answer, network } from '../../journeys/caller.js';
import { bordeaux, GRENOBLE, LILLE, LYON, opened } from '../../journeys/given.js';
import type { Caller } from './callers.ts';
import { NO_RECORD } from './changes.ts';
import type { Scope } from './questions.ts';
import { type Records, recordsOf } from './records.ts';
import { WALL } from './walls.ts';

/** On whose records somebody asks, and the records that are not theirs. */
export interface Scopes {
  readonly own: Scope;
  readonly other: Scope;
  readonly none: Scope;
  readonly elsewhere: readonly Records[];
}

/** Opens the branches, puts one of every record into two of them, and says what is whose. */
export async function givenScopes(): Promise<(caller: Caller) => Scopes> {
  await bordeaux();
  await opened(LILLE);
  await opened(LYON);
  await opened(GRENOBLE);
  const theirs = await recordsOf('BX', 'branch-manager-bordeaux', 'Bordeaux', '33063');
  const others = await recordsOf('LI', 'branch-manager-lille', 'Lille', '59350');
  return (caller) => scopesOf(caller, theirs, others);
}

/** The caller's own records, somebody else's, and none. */
function scopesOf(caller: Caller, bordeaux: Records, lille: Records): Scopes {
  const [mine, theirs] = caller.branches.includes('LI') ? [lille, bordeaux] : [bordeaux, lille];
  const any = {
    AnyPlace: mine.ids['Place'] ?? '',
    AnyBeneficiary: mine.ids['Beneficiary'] ?? '',
    AnyDonor: mine.ids['Donor'] ?? '',
    AnyOrganisation: mine.ids['Organisation'] ?? '',
  };
  const nothing = Object.fromEntries(Object.keys(mine.ids).map((type) => [type, NO_RECORD]));
  nothing['DeviceLookUp'] = `${WALL.nobodys}PC26-9999`;
  return {
    own: { name: 'own', branch: mine.branch, ids: { ...mine.ids, ...any } },
    other: { name: 'other', branch: theirs.branch, ids: { ...theirs.ids, ...any } },
    none: { name: 'none', branch: WALL.nobodys, ids: { ...nothing, ...any } },
    elsewhere: [theirs],
  };
}

/** Asks the gateway in somebody's name. */
export async function send(caller: Caller, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  const token = await caller.token();
  const response = await fetch(`${network()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}
