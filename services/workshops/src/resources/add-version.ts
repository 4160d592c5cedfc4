import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { optionalText } from '#errors';
import { Clock, Ids, type Tx } from '#persistence';
import { httpsOrNull } from '../workshops/workshop.entity.js';
import type { Resource } from './resource.entity.js';
import { RESOURCE_SOURCE } from './resource.refusals.js';
import { ResourceFiles } from './resource-files.js';

/** A file that was sent, or an address: one of the two. */
export interface VersionSource {
  fileId?: string | null | undefined;
  url?: string | null | undefined;
  note?: string | null | undefined;
}

/** Writes one more version of a resource whose row the caller holds. */
@Injectable()
export class AddVersion {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: ResourceFiles,
  ) {}

  /** Refuses `RESOURCE_SOURCE`, `BAD_LINK`, `RESOURCE_FILE_GONE`, `TEXT_LENGTH`. */
  async to(tx: Tx, resource: Resource, source: VersionSource, number: number, actor: Actor): Promise<void> {
    const url = httpsOrNull(source.url, 'input.url');
    if ((url === null) === (source.fileId == null)) throw RESOURCE_SOURCE({}, 'input.url');
    const note = optionalText(source.note, 'input.note', { max: 300 });
    const file = source.fileId == null ? undefined : await this.files.take(tx, actor, source.fileId);
    await tx.query(
      `INSERT INTO resource_version
         (id, branch, resource_id, number, note, url, file_name, media_type, bytes, content, added_at, added_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[this.ids.next(), resource.branch, resource.id, number, note, url],
        ...[file?.fileName, file?.mediaType, file?.content.length, file?.content],
        ...[this.clock.now(), actor.subject],
      ],
    );
  }
}
