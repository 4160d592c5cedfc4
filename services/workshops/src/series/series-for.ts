import { NOT_FOUND } from '#errors';
import { lockAggregate, lockAggregates } from '#messaging';
import { type Tx, within } from '#persistence';
import { Session } from '../sessions/session.entity.js';
import type { SessionPlan } from '../sessions/session-plan.js';
import { SERIES_ROOM_TAKEN } from './series.refusals.js';
import { WorkshopSeries } from './workshop-series.entity.js';

/**
 * A series within reach with all its sessions, in order. Its head is locked first, then theirs: whoever writes to several of them
 * does so in this order. Refuses `NOT_FOUND`.
 */
export async function seriesFor(tx: Tx, id: string): Promise<{ series: WorkshopSeries; sessions: Session[] }> {
  await lockAggregate(tx, 'workshops.series', id);
  const series = await tx.findOneBy(WorkshopSeries, { id });
  if (!series) throw NOT_FOUND({ what: 'Parcours', whatEn: 'Series' }, 'input.seriesId');
  const members = await tx.find(Session, { where: { seriesId: id }, select: { id: true } });
  await lockAggregates(
    tx,
    'workshops.sessions',
    members.map((session) => session.id),
  );
  // Read only now, under the lock.
  return {
    series,
    sessions: await tx.find(Session, { where: { seriesId: id }, order: { startsAt: 'ASC', id: 'ASC' } }),
  };
}

/** Says which day the room or the equipment is taken, before the constraint says only that it is. Refuses `SERIES_ROOM_TAKEN`. */
export async function refuseWhereTaken(
  tx: Tx,
  plans: readonly SessionPlan[],
  zone: string,
  except: readonly string[] = [],
): Promise<void> {
  const taken = await takenAmong(tx, plans, except);
  const first = plans[taken[0] ?? -1];
  if (!first) return;
  const day = new Intl.DateTimeFormat('fr-FR', { timeZone: zone, dateStyle: 'short' }).format(first.startsAt);
  throw SERIES_ROOM_TAKEN({ day }, 'input.room');
}

/** Which of these plans meet a session that holds their room or equipment, by their place in the list. One question for all. */
export async function takenAmong(
  tx: Tx,
  plans: readonly SessionPlan[],
  except: readonly string[] = [],
): Promise<number[]> {
  const values: unknown[] = [
    plans.map(({ placeId }) => placeId),
    plans.map(({ room }) => room?.trim() || null),
    plans.map(({ equipmentSet }) => equipmentSet?.trim() || null),
    plans.map(({ startsAt }) => startsAt),
    plans.map(({ endsAt }) => endsAt),
    except,
  ];
  const rows: { place: string }[] = await tx.query(
    `SELECT DISTINCT p.place
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[])
          WITH ORDINALITY AS p(place_id, room, equipment_set, starts_at, ends_at, place)
     JOIN session s ON s.place_id = p.place_id AND (s.room = p.room OR s.equipment_set = p.equipment_set)
       AND tstzrange(s.starts_at, s.ends_at) && tstzrange(p.starts_at, p.ends_at)
     WHERE s.state <> 'CANCELLED' AND s.id <> ALL ($6::uuid[]) AND ${within(tx, values, 's.branch')}
     ORDER BY p.place`,
    values,
  );
  return rows.map(({ place }) => Number(place) - 1);
}
