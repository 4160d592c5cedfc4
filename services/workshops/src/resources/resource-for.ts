import { NOT_FOUND, requireVersion } from '#errors';
import type { Tx } from '#persistence';
import { Resource } from './resource.entity.js';

/** A resource of the reader’s branches, its row held so that its writers take turns. Refuses `NOT_FOUND`, `CHANGED_MEANWHILE`. */
export async function resourceFor(tx: Tx, id: string, expectedVersion?: number | null): Promise<Resource> {
  const resource = await tx.findOne(Resource, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!resource) throw NOT_FOUND({ what: 'Ressource', whatEn: 'Resource' }, 'input.resourceId');
  requireVersion(resource.version, expectedVersion);
  return resource;
}
