import { seesNetwork } from './claims.js';
import { useIdentity } from './session.js';
import { useSearch } from './use-search.js';

/** The branches that the page speaks of. `all` = the whole network. */
export interface Scope {
  readonly branches: readonly string[];
  readonly all: boolean;
  /** The branch to write to, when there is exactly one. */
  readonly one: string | undefined;
  /** Codes asked for in the address and out of this person's reach: said, never silently dropped. */
  readonly refused: readonly string[];
}

/** `?branch=BX,LY` bounded by what the token allows; absent = mine. */
export function useScope(): Scope {
  const identity = useIdentity();
  const [search] = useSearch();
  return scopeOf(identity.branches, seesNetwork(identity), search['branch']);
}

export function scopeOf(own: readonly string[], network: boolean, asked: string | undefined): Scope {
  const codes = [...new Set((asked ?? '').split(',').filter((code) => /^[A-Z]{2}$/.test(code)))].sort();
  const within = network ? codes : codes.filter((code) => own.includes(code));
  const branches = within.length > 0 ? within : own;
  const all = network && within.length === 0;
  return {
    branches,
    all,
    one: !all && branches.length === 1 ? branches[0] : undefined,
    refused: codes.filter((code) => !within.includes(code)),
  };
}
