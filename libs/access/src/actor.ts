import { FORBIDDEN } from '#errors';
import type { Permission, Role } from './permissions.js';

/** Who is asking, as the token says and the guard has checked. */
export interface Actor {
  /** Random subject of the sign-in; never a name. */
  readonly subject: string;
  readonly role: Role;
  /** Branch codes within reach; `*` alone = the whole network. */
  readonly branches: readonly string[];
  /** Their own branches, where they reach further for sums than for what is behind them; else those of `branches`. */
  readonly own?: readonly string[];
  /** Names this request in logs and answers. */
  readonly correlationId: string;
  /** W3C trace context, carried through outbox rows and Kafka headers. */
  readonly traceparent?: string;
  /** The permission that the field asked for; the database asks for it again before a command. */
  readonly under?: Permission;
  /** Set by the guard when a mutation carries an `Idempotency-Key`. */
  readonly repeat?: { readonly key: string; readonly mutation: string; readonly argumentHash: string };
}

/** True when the branch is within the actor's reach. */
export function reaches(actor: Actor, branch: string): boolean {
  return actor.branches.includes('*') || actor.branches.includes(branch);
}

/** Refuses `FORBIDDEN` unless the branch is within the actor's reach. */
export function requireBranch(actor: Actor, branch: string): void {
  if (!reaches(actor, branch)) throw FORBIDDEN({}, 'branch');
}

/** The actor's branch when there is exactly one, else the one named. Refuses `FORBIDDEN` for one out of reach or none at all. */
export function branchOf(actor: Actor, named: string | null | undefined): string {
  const branch = named ?? (actor.branches.length === 1 && actor.branches[0] !== '*' ? actor.branches[0] : undefined);
  // Whoever reaches the whole network reaches any code, but nothing that is none.
  if (!branch || !/^[A-Z]{2}$/.test(branch)) throw FORBIDDEN({}, 'branch');
  requireBranch(actor, branch);
  return branch;
}
