import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Actor, Permission } from '#access';
import { Clock, Database, Ids, type Tx } from '#persistence';
import { FILE_GONE, FILE_TOO_LARGE } from './file.refusals.js';

const MEGABYTES = 10;
const KEPT_MS = 24 * 3_600_000;
const SWEEP_MS = 3_600_000;

/** Where files for import wait, at most a day (`FILES_DIR`). */
export function filesDirectory(environment: NodeJS.ProcessEnv): string {
  return environment['FILES_DIR'] ?? join(tmpdir(), 'passerelle-files');
}

/** How a service keeps files for import. */
export abstract class FileKeeping {
  /** Who may hand one in. */
  abstract readonly permission: Permission;
  /** Where they wait, at most a day. */
  abstract readonly directory: string;
}

/** Files for import: each readable by whoever uploaded it, for a day. The service has a table `uploaded_file`. */
@Injectable()
export class FileStore implements OnModuleInit, OnModuleDestroy {
  private sweeping: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    readonly keeping: FileKeeping,
  ) {}

  onModuleInit(): void {
    // Best effort: what is older than a day is not handed out, swept or not.
    this.sweeping = setInterval(() => void this.sweep().catch(() => undefined), SWEEP_MS);
    this.sweeping.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.sweeping);
  }

  /** Keeps a file and gives its id. Refuses `FILE_TOO_LARGE`. */
  async keep(actor: Actor, bytes: Buffer): Promise<string> {
    if (bytes.length > MEGABYTES * 1024 * 1024) throw FILE_TOO_LARGE({ megabytes: MEGABYTES });
    await this.db.require({ ...actor, under: this.keeping.permission });
    await this.sweep();
    const id = this.ids.next();
    await mkdir(this.keeping.directory, { recursive: true, mode: 0o700 });
    await writeFile(join(this.keeping.directory, id), bytes, { mode: 0o600, flag: 'wx' });
    await this.db.work((tx) =>
      tx.query('INSERT INTO uploaded_file (id, subject, bytes, uploaded_at) VALUES ($1, $2, $3, $4)', [
        id,
        actor.subject,
        bytes.length,
        this.clock.now(),
      ]),
    );
    return id;
  }

  /** The bytes of one's own file. Refuses `FILE_GONE` for any other, and after a day. */
  async read(tx: Tx, actor: Actor, id: string): Promise<Buffer> {
    const [file]: unknown[] = await tx.query(
      'SELECT 1 FROM uploaded_file WHERE id = $1 AND uploaded_at > $2 AND subject = $3',
      [id, this.oldest(), actor.subject],
    );
    if (!file) throw FILE_GONE({}, 'input.fileId');
    try {
      return await readFile(join(this.keeping.directory, id));
    } catch {
      // Another machine's disk, or one that was cleaned: gone for whoever asks.
      throw FILE_GONE({}, 'input.fileId');
    }
  }

  private oldest(): Date {
    return new Date(this.clock.now().getTime() - KEPT_MS);
  }

  private async sweep(): Promise<void> {
    // TypeORM answers a DELETE … RETURNING with the rows and their number.
    const [gone]: [{ id: string }[], number] = await this.db.work((tx) =>
      tx.query('DELETE FROM uploaded_file WHERE uploaded_at <= $1 RETURNING id', [this.oldest()]),
    );
    await Promise.all(gone.map(({ id }) => rm(join(this.keeping.directory, id), { force: true })));
  }
}
