import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { Clock, Database, Ids } from '#persistence';
import { AddVersion, type VersionSource } from '../add-version.js';
import { Resource, type ResourceDescription } from '../resource.entity.js';

/** Puts a resource into a branch’s library, with its first version. */
@Injectable()
export class AddResource {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly addVersion: AddVersion,
  ) {}

  execute(
    input: ResourceDescription & VersionSource & { branch?: string | null | undefined },
    actor: Actor,
  ): Promise<Resource> {
    return this.db.command(actor, Resource, async (tx) => {
      const resource = Resource.add(this.ids.next(), branchOf(actor, input.branch), input, this.clock.now());
      await tx.insert(Resource, resource);
      await this.addVersion.to(tx, resource, input, 1, actor);
      return resource;
    });
  }
}
