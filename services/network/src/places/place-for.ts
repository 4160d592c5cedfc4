import { type Actor, branchOf, reaches } from '#access';
import { FORBIDDEN, NOT_FOUND } from '#errors';
import { PlaceRegistered } from '#events';
import { lockAggregate } from '#messaging';
import type { Tx } from '#persistence';
import { Place } from './place.entity.js';

/** The place, locked, for somebody who may change it. Refuses `NOT_FOUND`, and `FORBIDDEN` for another branch's: the directory itself is open. */
export async function placeFor(tx: Tx, actor: Actor, id: string): Promise<Place> {
  await lockAggregate(tx, PlaceRegistered.topic, id);
  const place = await tx.findOneBy(Place, { id });
  if (!place) throw NOT_FOUND({ what: 'Lieu', whatEn: 'Place' }, 'input.placeId');
  // Everybody may read it; who may not write it cannot lock it either, whatever the line below says.
  const [writable]: unknown[] = await tx.query('SELECT 1 FROM place WHERE id = $1 FOR UPDATE', [id]);
  if (!writable || !keeps(actor, place.branch)) throw FORBIDDEN({}, 'input.placeId');
  return place;
}

/** True when the actor may change places of this branch; places of no branch are the network's. */
export function keeps(actor: Actor, branch: string | null): boolean {
  return branch === null ? actor.branches.includes('*') : reaches(actor, branch);
}

/** The branch that keeps a new place: the one named, else the actor's only one, else none, which is the network. */
export function keeperOf(actor: Actor, named: string | null | undefined): string | null {
  return named == null && actor.branches.includes('*') ? null : branchOf(actor, named);
}
