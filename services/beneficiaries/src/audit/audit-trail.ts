import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Clock, type Tx } from '#persistence';
import type { AccessAction } from './access-action.js';

/** Whose record it was: random id and branch. */
export interface PersonOfBranch {
  readonly id: string;
  readonly branch: string;
}

/** What somebody did with records, and for what. */
export interface Access {
  readonly action: AccessAction;
  /** The slice, by its name. */
  readonly purpose: string;
  /** Names of what was shown or written, never a value. */
  readonly fields: readonly string[];
}

/** Who is written down: a member, or the service's own clock. */
export type Noted = Pick<Actor, 'subject' | 'branches' | 'correlationId'> & { readonly role: string };

/** Everything said of the network itself, of no branch. */
const NO_BRANCH = '--';

/** Names of what an input brings, its reason and the record's id and version aside. */
export function fieldsWritten(input: object): string[] {
  const aside = new Set(['id', 'expectedVersion', 'reason', 'asOf', 'branch']);
  return Object.entries(input).flatMap(([name, value]) => (value === undefined || aside.has(name) ? [] : [name]));
}

/** Writes down who read or wrote whose record; see the decision about the audit trail for why lines are sealed later. */
@Injectable()
export class AuditTrail {
  constructor(private readonly clock: Clock) {}

  /** One line for each person, in the transaction that reads or writes them, by one statement however many they are. */
  async note(tx: Tx, actor: Noted, people: readonly PersonOfBranch[], access: Access): Promise<void> {
    if (people.length > 0) await this.write(tx, actor, people, access);
  }

  /** A line for a look that names nobody: a question to the trail itself, a search that found no one. */
  async noteLook(tx: Tx, actor: Actor, access: Access, of: { id?: string; branch?: string } = {}): Promise<void> {
    await this.write(tx, actor, [{ id: of.id ?? null, branch: of.branch ?? NO_BRANCH }], access);
  }

  private async write(
    tx: Tx,
    actor: Noted,
    people: readonly { id: string | null; branch: string }[],
    { action, purpose, fields }: Access,
  ): Promise<void> {
    await tx.query('SELECT audit.note($1, $2, $3, $4, $5, $6::uuid[], $7::bpchar[], $8::text[], $9, $10)', [
      actor.subject,
      actor.role,
      actor.branches.join(','),
      action,
      purpose,
      people.map(({ id }) => id),
      people.map(({ branch }) => branch),
      fields,
      actor.correlationId,
      this.clock.now(),
    ]);
  }
}
