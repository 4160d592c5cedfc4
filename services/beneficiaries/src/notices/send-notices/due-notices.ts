import type { MediationTheme } from '#events';
import { type Ids, type Tx } from '#persistence';
import { LOST_AFTER_MS } from '../carriers/outcome.js';
import { type Notice, type NoticeWhy, type Reachable, wayTo } from '../notice.entity.js';
import type { NoticeSettings } from '../notice-settings.js';
import { GATHERED_FOR_MS } from '../plan-notice.js';
import type { ToldSession } from './notice-letter.js';

const AT_ONCE = 50;

type DueRow = Pick<Notice, 'id' | 'kind'> & {
  readonly beneficiary_id: string;
  readonly branch: string;
  readonly offer_id: string | null;
  readonly offered_until: Date | null;
  readonly tries: number;
  readonly zone: string;
  readonly city: string | null;
};
type SessionRow = {
  readonly notice_id: string;
  readonly enrolment_id: string | null;
  /** Null while the session is still on its way: offers travel apart from it. */
  readonly starts_at: Date | null;
  readonly ends_at: Date;
  readonly themes: MediationTheme[];
  readonly plan_version: number;
  readonly void: boolean;
};

/** A notice that is ours to send: nobody else will. */
export interface Claimed extends DueRow {
  readonly channel: 'MAIL' | 'SMS';
  readonly to: string;
  readonly name: string;
  readonly sessions: readonly ToldSession[];
}

/** Puts down the reminders whose time has come: of one beginning of a session, one to each. */
export async function planReminders(tx: Tx, ids: Ids, settings: NoticeSettings, now: Date): Promise<void> {
  const until = new Date(now.getTime() + settings.reminderMs);
  // Who came to their seat later than the reminder would have gone was just told of it.
  const seats: Record<string, unknown>[] = await tx.query(
    `SELECT e.enrolment_id, e.beneficiary_id, e.branch, s.session_id, s.starts_at FROM known_session s
       JOIN known_seat e ON e.session_id = s.session_id AND NOT e.cancelled
     WHERE NOT s.cancelled AND s.starts_at > $1 AND s.starts_at <= $2 AND e.confirmed_at <= s.starts_at - ($2::timestamptz - $1::timestamptz)
       AND NOT EXISTS (SELECT FROM notice n WHERE n.beneficiary_id = e.beneficiary_id AND n.kind = 'REMINDER' AND n.happened_at = s.starts_at)
     ORDER BY s.starts_at, e.enrolment_id LIMIT 500`,
    [now, until],
  );
  if (seats.length === 0) return;
  const column = (name: string) => seats.map((seat) => seat[name]);
  await tx.query(
    `WITH seat AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::timestamptz[])
                     AS s(id, enrolment_id, beneficiary_id, branch, session_id, starts_at)),
     noted AS (INSERT INTO notice (id, branch, beneficiary_id, kind, happened_at, due_at, state)
       SELECT id, branch, beneficiary_id, 'REMINDER', starts_at, $7, 'WAITING' FROM seat ON CONFLICT DO NOTHING RETURNING id)
     INSERT INTO notice_session (notice_id, session_id, branch, enrolment_id)
       SELECT seat.id, session_id, branch, enrolment_id FROM seat JOIN noted USING (id)`,
    [
      seats.map(() => ids.next()),
      column('enrolment_id'),
      column('beneficiary_id'),
      column('branch'),
      column('session_id'),
      column('starts_at'),
      now,
    ],
  );
}

/** Whoever claimed these died before saying what became of them: they may have gone, so they never go again. */
export async function writeOffLost(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    `UPDATE notice SET state = 'FAILED', why = 'UNCERTAIN' WHERE state = 'PROCESSED' AND processed_at < $1`,
    [new Date(now.getTime() - LOST_AFTER_MS)],
  );
}

/** Takes what is due, decides by what is known now, and writes the attempt down before anything goes. */
export async function claimDue(
  tx: Tx,
  settings: NoticeSettings,
  now: Date,
): Promise<{ claimed: Claimed[]; seen: number }> {
  const due: DueRow[] = await tx.query(
    `SELECT n.*, b.zone, b.city FROM notice n JOIN known_branch b ON b.branch = n.branch
     WHERE n.state = 'WAITING' AND n.due_at <= $1 ORDER BY n.due_at, n.id LIMIT ${AT_ONCE} FOR UPDATE OF n SKIP LOCKED`,
    [now],
  );
  if (due.length === 0) return { claimed: [], seen: 0 };
  const sessions = await sessionsOf(tx, due);
  const people = await peopleOf(tx, due);
  const claimed: Claimed[] = [];
  const held: { id: string; why: NoticeWhy }[] = [];
  const later: { id: string; at: Date }[] = [];
  for (const notice of due) {
    const allowed = settings.allowedFrom(now, notice.zone);
    // An offer that would be over by the end of the night is told all the same: it is theirs to lose.
    const losing = notice.offered_until !== null && notice.offered_until <= allowed;
    if (allowed > now && !losing) {
      later.push({ id: notice.id, at: allowed });
      continue;
    }
    const about = sessions.get(notice.id) ?? [];
    const told = toldOf(notice, about, now);
    if (told.length > 0 && about.some(({ starts_at }) => starts_at === null)) {
      later.push({ id: notice.id, at: new Date(now.getTime() + GATHERED_FOR_MS) });
      continue;
    }
    const person = people.get(notice.beneficiary_id);
    const way = person ? wayTo(person, notice.kind) : { why: 'SET_ASIDE' as const };
    if (told.length === 0) held.push({ id: notice.id, why: 'OVER' });
    else if ('why' in way) held.push({ id: notice.id, why: way.why });
    else claimed.push({ ...notice, ...way, name: person?.name ?? '', sessions: told });
  }
  await tx.query(
    `UPDATE notice SET state = v.state, why = v.why, channel = v.channel, due_at = coalesce(v.due_at, notice.due_at), tries = tries + v.tried,
       processed_at = CASE WHEN v.state = 'PROCESSED' THEN $6::timestamptz END
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $7::int[]) AS v(id, state, why, channel, due_at, tried)
     WHERE notice.id = v.id`,
    [
      [...claimed, ...held, ...later].map(({ id }) => id),
      [...claimed.map(() => 'PROCESSED'), ...held.map(() => 'HELD_BACK'), ...later.map(() => 'WAITING')],
      [...claimed.map(() => null), ...held.map(({ why }) => why), ...later.map(() => null)],
      [...claimed.map(({ channel }) => channel), ...held.map(() => null), ...later.map(() => null)],
      [...claimed.map(() => null), ...held.map(() => null), ...later.map(({ at }) => at)],
      now,
      [...claimed.map(() => 1), ...held.map(() => 0), ...later.map(() => 0)],
    ],
  );
  return { claimed, seen: due.length };
}

/** What is left to tell of: no seat that was given back since, no session that has begun. */
function toldOf(notice: DueRow, rows: readonly SessionRow[], now: Date): ToldSession[] {
  if (notice.offered_until !== null && notice.offered_until <= now) return [];
  return rows
    .filter((row) => row.starts_at === null || (row.starts_at > now && (notice.kind === 'CANCELLATION' || !row.void)))
    .map((row) => ({
      enrolmentId: row.enrolment_id,
      startsAt: row.starts_at ?? now,
      endsAt: row.ends_at,
      themes: row.themes,
      planVersion: row.plan_version,
    }));
}

async function sessionsOf(tx: Tx, due: readonly DueRow[]): Promise<Map<string, SessionRow[]>> {
  const rows: SessionRow[] = await tx.query(
    `SELECT l.notice_id, l.enrolment_id, s.starts_at, s.ends_at, s.themes, s.plan_version, coalesce(s.cancelled, false) OR coalesce(e.cancelled, false) AS void
     FROM notice_session l LEFT JOIN known_session s USING (session_id) LEFT JOIN known_seat e ON e.enrolment_id = l.enrolment_id
     WHERE l.notice_id = ANY ($1) ORDER BY s.starts_at, s.session_id`,
    [due.map(({ id }) => id)],
  );
  return Map.groupBy(rows, ({ notice_id }) => notice_id);
}

async function peopleOf(tx: Tx, due: readonly DueRow[]): Promise<Map<string, Reachable & { name: string }>> {
  const rows: (Reachable & { id: string; name: string })[] = await tx.query(
    `SELECT id, concat_ws(' ', given_name, family_name) AS name, contact_preference AS "contactPreference", email, phone,
       restricted_at AS "restrictedAt", objected_on AS "objectedOn", voided, erased_at AS "erasedAt" FROM beneficiary WHERE id = ANY ($1)`,
    [due.map(({ beneficiary_id }) => beneficiary_id)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
