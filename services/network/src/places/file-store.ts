import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { type Actor, Permission } from '#access';
import { Clock, Database, Ids, type Tx } from '#persistence';
import { filesDirectory } from '../config.js';
import { FILE_GONE, FILE_TOO_LARGE } from './place.refusals.js';

const MEGABYTES = 10;
const KEPT_MS = 24 * 3_600_000;
const SWEEP_MS = 3_600_000;

/** Files for import: each readable by whoever uploaded it, for a day. */
@Injectable()
export class FileStore implements OnModuleInit, OnModuleDestroy {
  private readonly directory = filesDirectory(process.env);
  private sweeping: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
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
    await this.db.require({ ...actor, under: Permission.ImportPlaces });
    await this.sweep();
    const id = this.ids.next();
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    await writeFile(join(this.directory, id), bytes, { mode: 0o600, flag: 'wx' });
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
      return await readFile(join(this.directory, id));
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
    await Promise.all(gone.map(({ id }) => rm(join(this.directory, id), { force: true })));
  }
}
