import { Injectable } from '@nestjs/common';
import { type Actor, Permission } from '#access';
import { Clock, Database, Ids, type Tx } from '#persistence';
import { mediaTypeOf, plainName } from './file-type.js';
import { RESOURCE_FILE_GONE, RESOURCE_FILE_TOO_LARGE } from './resource.refusals.js';

const MEGABYTES = 5;
const KEPT_MS = 24 * 3_600_000;

/** Files sent for the library, until a resource takes them: each its sender’s, for a day. */
@Injectable()
export class ResourceFiles {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Keeps a file and gives its id. Refuses `RESOURCE_FILE_TOO_LARGE`, `RESOURCE_FILE_TYPE`. */
  async keep(actor: Actor, name: string, bytes: Buffer): Promise<string> {
    await this.db.require({ ...actor, under: Permission.PlanSessions });
    if (bytes.length > MEGABYTES * 1024 * 1024) throw RESOURCE_FILE_TOO_LARGE({ megabytes: MEGABYTES }, 'input.fileId');
    const mediaType = mediaTypeOf(name, bytes);
    const id = this.ids.next();
    const now = this.clock.now();
    await this.db.work(async (tx) => {
      await tx.query('DELETE FROM resource_upload WHERE uploaded_at <= $1', [new Date(now.getTime() - KEPT_MS)]);
      await tx.query(
        `INSERT INTO resource_upload (id, subject, file_name, media_type, content, uploaded_at) VALUES ($1, $2, $3, $4, $5, $6)`,
        [id, actor.subject, plainName(name), mediaType, bytes, now],
      );
    });
    return id;
  }

  /** Gives a file of one’s own away to a resource. Refuses `RESOURCE_FILE_GONE` for any other, and after a day. */
  async take(tx: Tx, actor: Actor, id: string): Promise<{ fileName: string; mediaType: string; content: Buffer }> {
    const oldest = new Date(this.clock.now().getTime() - KEPT_MS);
    // TypeORM answers a DELETE … RETURNING with the rows and their number.
    const [[file]]: [{ file_name: string; media_type: string; content: Buffer }[], number] = await tx.query(
      'DELETE FROM resource_upload WHERE id = $1 AND subject = $2 AND uploaded_at > $3 RETURNING file_name, media_type, content',
      [id, actor.subject, oldest],
    );
    if (!file) throw RESOURCE_FILE_GONE({}, 'input.fileId');
    return { fileName: file.file_name, mediaType: file.media_type, content: file.content };
  }
}
