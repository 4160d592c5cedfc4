import { In } from 'typeorm';
import type { Actor } from '#access';
import type { Database } from '#persistence';
import { loaderOf, type RequestContext } from '#runtime';
import { Branch } from './branch.entity.js';

/** The branch that a row names, one query for all rows of a request; null where the row names none. */
export async function loadBranch(
  db: Database,
  actor: Actor,
  context: RequestContext,
  code: string | null,
): Promise<Branch | null> {
  if (code === null) return null;
  const load = async (codes: readonly string[]) => {
    const branches = await db.read(actor, (tx) => tx.findBy(Branch, { id: In([...codes]) }));
    return new Map(branches.map((branch) => [branch.id, branch]));
  };
  return loaderOf<Branch | null>(context, 'branch', load, null).load(code);
}
