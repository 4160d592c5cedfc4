import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Database } from '#persistence';
import { Resource, type ResourceDescription } from '../resource.entity.js';
import { resourceFor } from '../resource-for.js';

/** Rewrites what is said of a resource; its versions stay as they are. */
@Injectable()
export class ReviseResource {
  constructor(private readonly db: Database) {}

  execute(
    input: ResourceDescription & { resourceId: string; expectedVersion?: number | null | undefined },
    actor: Actor,
  ): Promise<Resource> {
    return this.db.command(actor, Resource, async (tx) => {
      const resource = await resourceFor(tx, input.resourceId, input.expectedVersion);
      resource.revise(input);
      await tx.update(Resource, { id: resource.id }, { ...resource });
      return resource;
    });
  }
}
