import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { type Actor, GRANTS } from '#access';
import { Database, PreparingClient, type Tx } from '#persistence';
import { type ChapterOutbox, chapterNow, within } from './story.js';

/**
 * A connection that sends what is said in one breath in one piece, and does not wait for an answer before the next
 * sentence: most of a year's time would go into waiting.
 */
class BreathlessClient extends PreparingClient {
  private breathing = false;

  override query(sentence: unknown, values?: unknown, ...rest: unknown[]): never {
    if (!this.breathing) {
      const { stream } = (this as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection;
      this.breathing = true;
      stream.cork();
      setImmediate(() => {
        this.breathing = false;
        stream.uncork();
      });
    }
    return super.query(sentence, values, ...rest);
  }
}

/**
 * A service's database on which a month's commands commit together: tens of thousands of them one by one would spend most
 * of their time on beginning and ending. Everything else is as in the service: the same statements, role and row security.
 */
export class DemoDatabase extends Database {
  private looks: Tx | undefined;

  constructor(
    private readonly requests: DataSource,
    private readonly reactions: DataSource,
    private readonly outbox: () => ChapterOutbox,
  ) {
    super(requests, reactions);
    for (const source of [requests, reactions])
      source.setOptions({ extra: { ...source.options.extra, Client: BreathlessClient, pipeline: true } } as never);
  }

  /** Commands of one actor, in one transaction. */
  async together<R>(actor: Actor, commands: () => Promise<R>): Promise<R> {
    return this.requests.transaction(async (tx) => {
      // What is lost with the machine is told anew; and on a slow machine a month may take its time. Nobody guards the door here,
      // so the role may do whatever it holds a permission for.
      await tx.query(
        `SELECT set_config('app.branches', $1, true), set_config('app.subject', $2, true), set_config('app.permissions', $3, true),
                set_config('app.command', 'yes', true), set_config('synchronous_commit', 'off', true),
                set_config('transaction_timeout', '0', true)`,
        [actor.branches.join(','), actor.subject, [...GRANTS[actor.role]].join(',')],
      );
      const chapter = { tx, announcements: [] };
      const result = await within(chapter, commands);
      await this.outbox().close(chapter);
      return result;
    });
  }

  override command<R extends ObjectLiteral & { id: string }>(
    actor: Actor,
    Result: EntityTarget<R>,
    execute: (tx: Tx) => Promise<R>,
  ): Promise<R> {
    const chapter = chapterNow();
    return chapter ? execute(chapter.tx) : this.together(actor, () => this.command(actor, Result, execute));
  }

  /** Nobody guards the door here: the permission is asked for when the command opens. */
  override async require(): Promise<void> {}

  /** All strands look through one connection. */
  override look<R>(read: (tx: Tx) => Promise<R>): Promise<R> {
    this.looks ??= this.reactions.createQueryRunner().manager;
    return read(this.looks);
  }
}
