import { Injectable } from '@nestjs/common';
import { wasNotTaken } from '#mail';
import { Clock, Database, type Tx } from '#persistence';
import { Mailer } from '../../members/mail/mailer.js';
import { type LetterFacts, letterOf } from '../letter-of.js';

const AT_ONCE = 50;
const MOST_TRIES = 6;
const FIRST_WAIT_MS = 60_000;
/** Longer than any server is waited for: whoever held it is no more, and it may have gone. */
const LOST_AFTER_MS = 5 * 60_000;

interface Claimed extends LetterFacts {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly tries: number;
}

/**
 * Writes to managers what was put down for them, each letter once. That it goes is written down and committed before it does: whoever dies in
 * between leaves it as that, and it never goes again. Only what the server certainly has nothing of is tried once more.
 */
@Injectable()
export class TellManagers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  /** How many letters went. Where no mail goes out at all they wait. */
  async execute(): Promise<number> {
    if (this.mailer.isSilent()) return 0;
    const now = this.clock.now();
    let sent = 0;
    for (const letter of await this.db.work((tx) => claim(tx, now))) sent += await this.send(letter);
    return sent;
  }

  private async send(letter: Claimed): Promise<number> {
    const { id, name, mail, tries } = letter;
    const state = await this.mailer
      .write({ id, name, mail, ...letterOf(letter, (path) => this.mailer.pageAt(path)) })
      .then(() => 'SENT' as const)
      .catch((error: unknown) =>
        wasNotTaken(error) && tries + 1 < MOST_TRIES ? ('WAITING' as const) : ('FAILED' as const),
      );
    const now = this.clock.now();
    const again = new Date(now.getTime() + FIRST_WAIT_MS * 2 ** tries);
    await this.db.work((tx) =>
      tx.query(
        `UPDATE manager_letter SET state = $2, due_at = coalesce($3, due_at), sent_at = $4 WHERE id = $1 AND state = 'PROCESSED'`,
        [id, state, state === 'WAITING' ? again : null, state === 'SENT' ? now : null],
      ),
    );
    return state === 'SENT' ? 1 : 0;
  }
}

async function claim(tx: Tx, now: Date): Promise<Claimed[]> {
  await tx.query(`UPDATE manager_letter SET state = 'FAILED' WHERE state = 'PROCESSED' AND processed_at < $1`, [
    new Date(now.getTime() - LOST_AFTER_MS),
  ]);
  // Whoever has left since is written to no more, nor is anybody about what has begun.
  const due: (Claimed & { readonly active: boolean })[] = await tx.query(
    `SELECT l.id, l.kind, l.facts, l.branch, m.name, m.mail, b.city, b.zone, p.name AS place, l.tries,
       m.state = 'ACTIVE' AND coalesce((l.facts ->> 'startsAt')::timestamptz > $1, true) AS active
     FROM manager_letter l JOIN member m ON m.id = l.member_id JOIN branch b ON b.code = l.branch
       LEFT JOIN place p ON p.id = (l.facts ->> 'placeId')::uuid
     WHERE l.state = 'WAITING' AND l.due_at <= $1 ORDER BY l.due_at, l.id LIMIT ${AT_ONCE} FOR UPDATE OF l SKIP LOCKED`,
    [now],
  );
  await tx.query(
    `UPDATE manager_letter l SET state = CASE WHEN v.active THEN 'PROCESSED' ELSE 'HELD_BACK' END, processed_at = $3, tries = l.tries + 1
     FROM unnest($1::uuid[], $2::boolean[]) AS v(id, active) WHERE l.id = v.id`,
    [due.map(({ id }) => id), due.map(({ active }) => active), now],
  );
  return due.filter(({ active }) => active);
}
