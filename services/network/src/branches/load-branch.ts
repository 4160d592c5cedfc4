import { In } from 'typeorm';
import type { Actor } from '#access';
import type { Database } from '#persistence';
import { type LoaderContext, loadOne } from '../reference-loader.js';
import { Branch } from './branch.entity.js';

/** The branch that a row names, one query for all rows of a request; null where the row names none. */
export async function loadBranch(
  db: Database,
  actor: Actor,
  context: LoaderContext,
  code: string | null,
): Promise<Branch | null> {
  if (code === null) return null;
  return loadOne(context, 'branch', code, async (codes) => {
    const branches = await db.read(actor, (tx) => tx.findBy(Branch, { id: In([...codes]) }));
    return new Map(branches.map((branch) => [branch.id, branch]));
  });
}
