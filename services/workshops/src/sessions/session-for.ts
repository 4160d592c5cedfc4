import { NOT_FOUND, requireVersion } from '#errors';
import { lockAggregate } from '#messaging';
import { refusing, type Tx } from '#persistence';
import { Workshop } from '../workshops/workshop.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { Session } from './session.entity.js';
import { EQUIPMENT_TAKEN, ROOM_TAKEN } from './session.refusals.js';

/** A session of the reader's branches, its head locked first so that its writers take turns. Refuses `NOT_FOUND`, `CHANGED_MEANWHILE`. */
export async function sessionFor(tx: Tx, id: string, expectedVersion?: number | null): Promise<Session> {
  const version = await lockAggregate(tx, 'workshops.sessions', id);
  const session = await tx.findOneBy(Session, { id });
  if (!session) throw NOT_FOUND({ what: 'Séance', whatEn: 'Session' }, 'input.sessionId');
  requireVersion(version, expectedVersion);
  return session;
}

/** An enrolment and its session, the session's head locked. Refuses `NOT_FOUND`. */
export async function enrolmentFor(tx: Tx, id: string): Promise<{ enrolment: Enrolment; session: Session }> {
  const found = await tx.findOne(Enrolment, { where: { id }, select: { id: true, sessionId: true } });
  if (!found) throw NOT_FOUND({ what: 'Inscription', whatEn: 'Enrolment' }, 'input.enrolmentId');
  const session = await sessionFor(tx, found.sessionId);
  // Read only now, under the lock: another tap may have been first.
  return { session, enrolment: await tx.findOneByOrFail(Enrolment, { id }) };
}

/** A workshop of the reader's branches. Refuses `NOT_FOUND`. */
export async function workshopFor(tx: Tx, id: string): Promise<Workshop> {
  const workshop = await tx.findOneBy(Workshop, { id });
  if (!workshop) throw NOT_FOUND({ what: 'Atelier', whatEn: 'Workshop' }, 'input.workshopId');
  return workshop;
}

/** Runs what gives sessions a room or equipment; the constraints have the last word. Refuses `ROOM_TAKEN`, `EQUIPMENT_TAKEN`. */
export function holdingRoom<R>(statement: () => Promise<R>): Promise<R> {
  return refusing(
    {
      session_room_free: () => ROOM_TAKEN({}, 'input.room'),
      session_equipment_free: () => EQUIPMENT_TAKEN({}, 'input.equipmentSet'),
    },
    statement,
  );
}

/** Refuses `ROOM_TAKEN`, `EQUIPMENT_TAKEN`. */
export async function insertSessions(tx: Tx, sessions: Session[]): Promise<void> {
  await holdingRoom(() => tx.insert(Session, sessions));
}
