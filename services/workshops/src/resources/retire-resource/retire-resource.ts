import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Database } from '#persistence';
import { Resource } from '../resource.entity.js';
import { resourceFor } from '../resource-for.js';

/** Takes a resource out of the library and out of every kit; sessions that used it still show it. */
@Injectable()
export class RetireResource {
  constructor(private readonly db: Database) {}

  execute(input: { resourceId: string }, actor: Actor): Promise<Resource> {
    return this.db.command(actor, Resource, async (tx) => {
      const resource = await resourceFor(tx, input.resourceId);
      resource.retire();
      await tx.update(Resource, { id: resource.id }, { retired: true, version: resource.version });
      await tx.query('DELETE FROM workshop_resource WHERE resource_id = $1', [resource.id]);
      return resource;
    });
  }
}
