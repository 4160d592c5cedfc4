import { readFileSync } from 'node:fs';
import { Permission } from '../../../libs/access/src/permissions.ts';

const KEYS = new Set(['id', 'code', '__typename']);
const NAMES = new Set<string>(Object.values(Permission));

/** What a place of the graph asks for, from the list of all fields that has been agreed on. */
export class Policy {
  private readonly places = new Map<string, Permission[]>();

  constructor(file = 'e2e/access/fields.txt') {
    for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
      const [, place = '', permission = ''] = /^\S+ (.+) (\S+)$/.exec(line) ?? [];
      if (NAMES.has(permission)) this.places.set(place, [...(this.places.get(place) ?? []), permission as Permission]);
    }
  }

  /** The permissions without which this field may hold nothing: its own, or those of the record it belongs to. */
  of(type: string, field: string): readonly Permission[] {
    const own = this.places.get(`${type}.${field}`);
    if (own) return own;
    return KEYS.has(field) ? [] : (this.places.get(`${type} (reference)`) ?? []);
  }
}
