import { Injectable } from '@nestjs/common';
import { Clock, Ids, type Tx } from '#persistence';
import type { LetterKind } from './letter-of.js';

/** News a day old is none: whoever reads topics again from their beginning must not write to everybody. */
const NEWS_FOR_MS = 24 * 3_600_000;

/** What managers are to be written: what happened in which branch, and what of. */
export interface News {
  readonly kind: LetterKind;
  readonly branch: string | null;
  readonly occurredAt: Date;
  /** What each manager is written of once. */
  readonly aboutId: string;
  /** What the letter says, by ids and numbers alone. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Puts down that the managers of a branch are to be written to, in the transaction that learned why: once to each. */
@Injectable()
export class PutDownLetters {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute(tx: Tx, { kind, branch, occurredAt, aboutId, facts }: News): Promise<void> {
    const now = this.clock.now();
    if (branch === null || now.getTime() - occurredAt.getTime() > NEWS_FOR_MS) return;
    const managers: { id: string }[] = await tx.query(
      `SELECT id FROM member WHERE state = 'ACTIVE' AND role = 'BRANCH_MANAGER' AND $1 = ANY (branches) ORDER BY id`,
      [branch],
    );
    await tx.query(
      `INSERT INTO manager_letter (id, branch, member_id, kind, about_id, facts, state, due_at)
       SELECT l.id, $3, l.member_id, $4, $5, $6::jsonb, 'WAITING', $7 FROM unnest($1::uuid[], $2::uuid[]) AS l(id, member_id)
       ON CONFLICT ON CONSTRAINT manager_letter_once DO NOTHING`,
      [managers.map(() => this.ids.next()), managers.map(({ id }) => id), branch, kind, aboutId, facts, now],
    );
  }
}
