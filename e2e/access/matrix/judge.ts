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
const DIRECTORY = new Set(['Branch', 'Place']);

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

  /** Leaks in an answer to a query asked of a scope; `elsewhere` are the records of branches that are not the caller's. */
  leaks(caller: Caller, scope: Scope, asked: string, answer: Answer, elsewhere: readonly Records[]): string[] {
    const found: string[] = [];
    const bound = !caller.branches.includes('*');
    this.walk(answer.data ?? null, 'Query', (coordinate, [type, field], value) => {
      this.held.add(coordinate);
      const { role } = caller;
      if (role === null) found.push(`${coordinate} holds something`);
      else
        for (const permission of this.policy.of(type, field)) {
          if (!may(role, permission) && (this.refuses || !tellsNothing(value)))
            found.push(`${coordinate} wants ${permission}`);
          else if (bound && scope.name === 'other' && !isEmpty(value) && !isOpen(coordinate, role, permission))
            found.push(`${coordinate} holds something of another branch`);
        }
    });
    return [...found, ...foreign(caller, asked, answer, elsewhere)];
  }

  private walk(value: unknown, type: string, seen: Seen): void {
    if (Array.isArray(value)) {
      for (const item of value) this.walk(item, type, seen);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const object = this.schema.getType(type);
    if (!isObjectType(object)) return;
    for (const [key, inner] of Object.entries(value)) {
      const field = object.getFields()[key];
      if (!field || inner === null) continue;
      seen(`${type}.${key}`, [type, key], inner);
      this.walk(inner, getNamedType(field.type).name, seen);
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
export function comparable(answer: Answer, { ids, branch }: Scope): string {
  const words = [...Object.values(ids), branch];
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
  return words.reduce((left, word) => left.replaceAll(`"${word}"`, '"…"'), text);
}
