import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Database } from '#persistence';
import { AddVersion, type VersionSource } from '../add-version.js';
import { Resource } from '../resource.entity.js';
import { resourceFor } from '../resource-for.js';
import { ResourceVersion } from '../resource-version.entity.js';

/** Gives a resource a newer version; sessions already held keep theirs. */
@Injectable()
export class AddResourceVersion {
  constructor(
    private readonly db: Database,
    private readonly addVersion: AddVersion,
  ) {}

  execute(
    input: VersionSource & { resourceId: string; reviewOn?: string | null | undefined },
    actor: Actor,
  ): Promise<Resource> {
    return this.db.command(actor, Resource, async (tx) => {
      const resource = await resourceFor(tx, input.resourceId);
      resource.requireKept();
      const last = await tx.maximum(ResourceVersion, 'number', { resourceId: resource.id });
      await this.addVersion.to(tx, resource, input, (last ?? 0) + 1, actor);
      resource.version += 1;
      if (input.reviewOn !== undefined) resource.reviewOn = input.reviewOn;
      await tx.update(Resource, { id: resource.id }, { version: resource.version, reviewOn: resource.reviewOn });
      return resource;
    });
  }
}
