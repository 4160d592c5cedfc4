import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { may, type Permission, type Role } from '../../../libs/access/src/permissions.ts';
import type { Answer } from '../../journeys/caller.js';
import type { Caller } from './callers.ts';
import type { Policy } from './policy.ts';
import type { Scope } from './questions.ts';
import type { Records } from './records.ts';

/** What may be read in every branch by whoever may read it at all. */
const EVERYWHERE = new Set<Permission>(['ReadBranches', 'ReadPlaces', 'ReadTariff']);

/** What tells of another branch's records on purpose, and no more than that there is one: initials and year, or state and city. */
const OF_OTHERS = new Set(['Query.likelyDuplicates', 'Query.duplicatePairs', 'Query.deviceByTag']);

/** Types whose records everybody who may read them reads in every branch: the directory. */
export const DIRECTORY = new Set(['Branch', 'Place']);

/** What row-level security alone lets everybody read: their own entry among the members. */
const OF_ONESELF = new Set(['Query.members', 'Query.myself']);

type Seen = (coordinate: string, parts: readonly [type: string, field: string], value: unknown) => void;

/** Figures of the whole network are for those who may compare with it. */
const isOpen = (coordinate: string, role: Role, permission: Permission) =>
  OF_OTHERS.has(coordinate) ||
  EVERYWHERE.has(permission) ||
  (permission === 'ReadFigures' && may(role, 'ReadNetworkFigures'));

/** A list or a page without a row. */
function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && 'items' in value && isEmpty(value.items);
}

/** Nothing that is known of anybody: no row, a sum of none. */
function tellsNothing(value: unknown): boolean {
  if (value === null || value === 0 || value === false || value === '') return true;
  if (Array.isArray(value)) return value.every(tellsNothing);
  if (typeof value !== 'object') return false;
  return Object.entries(value).every(([key, inner]) => key === '__typename' || tellsNothing(inner));
}

/** What somebody was told and should not have been: one line for each. */
export class Judge {
  /**
   * `held` gathers the fields that held something for somebody. Where nothing `refuses`, as row-level security alone does not, an
   * answer without a row is none.
   */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly policy: Policy,
    private readonly held: Set<string>,
    private readonly refuses = true,
  ) {}

  /**
   * Leaks in an answer to a query asked of a scope; `elsewhere` are the records of branches that are not the caller's. What stands in
   * `nobodys`, the answer of a branch without a record, at the same place, is told of nobody.
   */
  leaks(
    caller: Caller,
    scope: Scope,
    asked: string,
    answer: Answer,
    elsewhere: readonly Records[],
    nobodys?: Answer,
  ): string[] {
    const found: string[] = [];
    const bound = !caller.branches.includes('*');
    const { data } = nobodys ? withoutWords(answer, scope) : answer;
    this.walk(data ?? null, nobodys?.data, 'Query', (coordinate, [type, field], value) => {
      this.held.add(coordinate);
      const { role } = caller;
      if (role === null) found.push(`${coordinate} holds something`);
      else
        for (const permission of this.policy.of(type, field)) {
          const own = !this.refuses && OF_ONESELF.has(coordinate);
          if (!may(role, permission) && !own && (this.refuses || !tellsNothing(value)))
            found.push(`${coordinate} wants ${permission}`);
          else if (
            bound &&
            scope.name === 'other' &&
            !(nobodys ? tellsNothing(value) : isEmpty(value)) &&
            !isOpen(coordinate, role, permission)
          )
            found.push(`${coordinate} holds something of another branch`);
        }
    });
    return [...found, ...foreign(caller, asked, answer, elsewhere)];
  }

  private walk(value: unknown, nobodys: unknown, type: string, seen: Seen): void {
    if (Array.isArray(value)) {
      for (const [at, item] of value.entries()) this.walk(item, (nobodys as unknown[] | undefined)?.[at], type, seen);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const object = this.schema.getType(type);
    if (!isObjectType(object)) return;
    for (const [key, inner] of Object.entries(value)) {
      const field = object.getFields()[key];
      const same = (nobodys as Record<string, unknown> | null | undefined)?.[key];
      if (!field || inner === null || JSON.stringify(inner) === JSON.stringify(same)) continue;
      seen(`${type}.${key}`, [type, key], inner);
      this.walk(inner, same, getNamedType(field.type).name, seen);
    }
  }
}

/** Marks and ids of other branches that the caller did not bring along themselves. */
function foreign(caller: Caller, asked: string, answer: Answer, elsewhere: readonly Records[]): string[] {
  if (caller.branches.includes('*')) return [];
  const told = JSON.stringify(answer);
  return elsewhere.flatMap(({ branch, marks, ids }) => {
    const secret = [
      ...marks,
      ...Object.entries(ids)
        .filter(([type]) => !DIRECTORY.has(type))
        .map(([, id]) => id),
    ];
    const typed = (mark: string) => asked.includes(mark);
    return secret.filter((mark) => told.includes(mark) && !typed(mark)).map((mark) => `«${mark}» of ${branch} is told`);
  });
}

/** An answer without what may differ from one request to the next: so that « not yours » can be held against « does not exist ». */
export function comparable(answer: Answer, scope: Scope): string {
  const text = JSON.stringify({
    data: answer.data ?? null,
    errors: (answer.errors ?? []).map(({ path, message, extensions }) => ({
      path,
      message,
      code: extensions['code'],
      field: extensions['field'],
      fr: extensions['fr'],
    })),
  });
  return hide(text, scope);
}

/** The same answer without what was asked with, so that it can be held against the answer of another scope field by field. */
export function withoutWords(answer: Answer, scope: Scope): Answer {
  return JSON.parse(hide(JSON.stringify(answer), scope)) as Answer;
}

function hide(text: string, { ids, branch }: Scope): string {
  return [...Object.values(ids), branch].reduce((left, word) => left.replaceAll(`"${word}"`, '"…"'), text);
}
