import type { Ids, Tx } from '#persistence';
import type { NoticeKind } from './notice.entity.js';

/** Facts of one command come one by one; those about one person are told in one message. */
export const GATHERED_FOR_MS = 10_000;
/** News a day old is none: whoever reads topics again from their beginning must not write to everybody. */
const NEWS_FOR_MS = 24 * 3_600_000;

/** Something a person is to be told of one session. */
export interface ToTell {
  readonly kind: NoticeKind;
  readonly branch: string;
  readonly beneficiaryId: string;
  readonly happenedAt: Date;
  readonly sessionId: string;
  readonly enrolmentId: string | null;
  readonly offer?: { readonly id: string; readonly until: Date };
}

/**
 * Puts down that somebody is to be told something, in the transaction that learned it. What happened to them at that instant is one
 * notice; a session heard of after it went makes another part. Nothing is put down of news that is old, nor for somebody without a record.
 */
export async function planNotice(tx: Tx, ids: Ids, toTell: ToTell, now: Date): Promise<void> {
  if (now.getTime() - toTell.happenedAt.getTime() > NEWS_FOR_MS) return;
  // A notice that goes at this very moment is found changed: then a part of its own.
  const id = (await noteOnce(tx, ids, toTell, now)) ?? (await noteOnce(tx, ids, toTell, now));
  if (id === undefined) return;
  await tx.query(
    `INSERT INTO notice_session (notice_id, session_id, branch, enrolment_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [id, toTell.sessionId, toTell.branch, toTell.enrolmentId],
  );
}

async function noteOnce(tx: Tx, ids: Ids, toTell: ToTell, now: Date): Promise<string | undefined> {
  const { kind, branch, beneficiaryId, happenedAt, offer } = toTell;
  const [row]: { id: string }[] = await tx.query(
    `INSERT INTO notice (id, branch, beneficiary_id, kind, happened_at, part, due_at, state, offer_id, offered_until)
     SELECT $1::uuid, $2, b.id, $4, $5::timestamptz, coalesce((SELECT max(part) + 1 FROM notice n
              WHERE n.beneficiary_id = b.id AND n.kind = $4 AND n.happened_at = $5 AND n.state <> 'WAITING'), 0), $6, 'WAITING', $7, $8
       FROM beneficiary b WHERE b.id = $3 AND b.kind = 'TRACKED' AND b.erased_at IS NULL
     ON CONFLICT ON CONSTRAINT notice_once DO UPDATE SET due_at = EXCLUDED.due_at WHERE notice.state = 'WAITING'
     RETURNING id`,
    [
      ids.next(),
      branch,
      beneficiaryId,
      kind,
      happenedAt,
      new Date(now.getTime() + GATHERED_FOR_MS),
      offer?.id ?? null,
      offer?.until ?? null,
    ],
  );
  return row?.id;
}
