import { escapeLiteral } from 'pg';
import { type DataSource, type EntityManager, type EntityTarget, type ObjectLiteral, QueryFailedError } from 'typeorm';
import { type Actor, GRANTS } from '#access';
import { FORBIDDEN, IDEMPOTENCY_KEY_REUSED } from '#errors';
import { bindTo } from './reach.js';

/** One open transaction. */
export type Tx = EntityManager;

/** What is done once a transaction has committed: the relay wakes, whoever waits for figures looks again. */
export type AfterCommit = () => void;

/**
 * A service's own database. Requests go through `command` and `read`, in the caller's name and behind row-level
 * security; reactions and network-wide rules go through `work`, as the worker role.
 */
export class Database {
  private readonly listeners: AfterCommit[] = [];

  constructor(
    private readonly app: DataSource,
    private readonly worker: DataSource,
  ) {}

  /** Opens both pools. */
  async connect(): Promise<void> {
    if (!this.app.isInitialized) await this.app.initialize();
    if (!this.worker.isInitialized) await this.worker.initialize();
  }

  /** Closes both pools, after the transactions under way. */
  async close(): Promise<void> {
    if (this.app.isInitialized) await this.app.destroy();
    if (this.worker.isInitialized) await this.worker.destroy();
  }

  /** Like `longWork`, in one snapshot: whatever is written meanwhile, all that is read agrees. */
  async longLook<R>(execute: (tx: Tx) => Promise<R>): Promise<R> {
    const opening = `START TRANSACTION ISOLATION LEVEL REPEATABLE READ;
      SELECT set_config('transaction_timeout', '0', true), set_config('statement_timeout', '0', true)`;
    return transaction(this.worker, opening, execute);
  }

  /** Like `work`, for what may take minutes: a rebuild, a proof. Nothing that a person waits for. */
  longWork<R>(execute: (tx: Tx) => Promise<R>): Promise<R> {
    return this.work(async (tx) => {
      await tx.query(`SELECT set_config('transaction_timeout', '0', true), set_config('statement_timeout', '0', true)`);
      return execute(tx);
    });
  }

  /** How busy the connections are, for requests and for reactions: `waiting` callers found none free. */
  pools(): { pool: string; inUse: number; waiting: number }[] {
    return [['requests', this.app] as const, ['reactions', this.worker] as const].map(([pool, source]) => {
      const { master } = source.driver as unknown as {
        master?: { totalCount: number; idleCount: number; waitingCount: number };
      };
      return { pool, inUse: (master?.totalCount ?? 0) - (master?.idleCount ?? 0), waiting: master?.waitingCount ?? 0 };
    });
  }

  /** `listener` hears of every commit of a write. */
  onCommit(listener: AfterCommit): void {
    this.listeners.push(listener);
  }

  private afterCommit(): void {
    for (const listener of this.listeners) listener();
  }

  /**
   * One write in one transaction, seeing the actor's branches only. When the actor repeats an idempotency key, the
   * first answer (an entity of `Result`, read again by its id) is given instead and nothing is done.
   * Refuses `IDEMPOTENCY_KEY_REUSED` for the same key with other arguments. Refusals are not remembered.
   * `execute` may run more than once: one that met another in a deadlock did nothing and begins anew.
   */
  async command<R extends ObjectLiteral & { id: string }>(
    actor: Actor,
    Result: EntityTarget<R>,
    execute: (tx: Tx) => Promise<R>,
  ): Promise<R> {
    const once = () =>
      this.inNameOf(actor, 'START TRANSACTION', asCommand(actor), async (tx) => {
        const earlier = await claimKey(tx, actor);
        if (earlier !== undefined) return tx.findOneByOrFail(Result, { id: earlier } as never);
        const fresh = await execute(tx);
        await rememberResult(tx, actor, fresh.id);
        return fresh;
      });
    const result = await againAfterDeadlock(once);
    this.afterCommit();
    return result;
  }

  /** Reads of one request in one snapshot, seeing the actor's branches only. */
  read<R>(actor: Actor, execute: (tx: Tx) => Promise<R>): Promise<R> {
    return this.inNameOf(actor, 'START TRANSACTION ISOLATION LEVEL REPEATABLE READ', '', execute);
  }

  /** Both walls at one place: what the database shows is bound to the actor, and so is what the code asks of it. */
  private async inNameOf<R>(actor: Actor, opening: string, then: string, execute: (tx: Tx) => Promise<R>): Promise<R> {
    try {
      return await transaction(this.app, `${opening}; ${contextOf(actor)}${then}`, (tx) => {
        if (tx.queryRunner) bindTo(tx.queryRunner, actor.branches);
        return execute(tx);
      });
    } catch (error) {
      // The same answer as the guard's, should that ever have let somebody through.
      throw sqlStateOf(error) === '42501' ? FORBIDDEN({}) : error;
    }
  }

  /**
   * For what is then read or done as the worker, whom row-level security shows everything: the database is asked first whether
   * the actor may. Refuses `FORBIDDEN`.
   */
  async require(actor: Actor): Promise<void> {
    await this.inNameOf(actor, 'START TRANSACTION READ ONLY', asCommand(actor), async () => undefined);
  }

  /** One transaction as the worker role: all branches. For reactions, the relay, and rules that are network-wide by nature. */
  async work<R>(execute: (tx: Tx) => Promise<R>): Promise<R> {
    const result = await transaction(this.worker, 'START TRANSACTION', execute);
    this.afterCommit();
    return result;
  }

  /**
   * A look at what has been learned, as the worker role: all branches, no transaction around it. For reading only, and for
   * statements that need not agree with each other.
   */
  look<R>(read: (tx: Tx) => Promise<R>): Promise<R> {
    return read(this.worker.manager);
  }
}

const TRIES = 3;

/** Two who wait for each other: the database ends one of them, which has done nothing and may simply begin anew. */
async function againAfterDeadlock<R>(once: () => Promise<R>): Promise<R> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await once();
    } catch (error) {
      if (sqlStateOf(error) !== '40P01' || tried === TRIES) throw error;
    }
  }
}

/** One transaction that opens together with its context: a round trip saved here is saved by every request. */
async function transaction<R>(source: DataSource, opening: string, execute: (tx: Tx) => Promise<R>): Promise<R> {
  const runner = source.createQueryRunner();
  // TypeORM does not see our opening: told so, it neither opens a second transaction nor leaves this one open.
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  try {
    await runner.query(opening);
    const result = await execute(runner.manager);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

function sqlStateOf(error: unknown): unknown {
  return error instanceof QueryFailedError ? (error.driverError as { code?: unknown }).code : undefined;
}

function contextOf({ branches, own = branches, subject, role }: Actor): string {
  const named = escapeLiteral(branches.join(','));
  const permitted = escapeLiteral([...GRANTS[role]].join(','));
  return `SELECT set_config('app.branches', ${named}, true), set_config('app.subject', ${escapeLiteral(subject)}, true),
    set_config('app.own_branches', ${escapeLiteral(own.join(','))}, true), set_config('app.permissions', ${permitted}, true)`;
}

/** What follows the context of a command: the database refuses it to a role without the permission that was asked for. */
function asCommand({ under }: Actor): string {
  return `; SELECT set_config('app.command', 'yes', true) FROM require_permission(${escapeLiteral(under ?? '')})`;
}

/** The id of the first answer to this key, undefined when this is the first time. Concurrent repeats wait for the first. */
async function claimKey(tx: Tx, actor: Actor): Promise<string | undefined> {
  if (!actor.repeat) return undefined;
  const { key, mutation, argumentHash } = actor.repeat;
  const claimed: unknown[] = await tx.query(
    `INSERT INTO idempotency_key (subject, mutation, key, argument_hash) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING key`,
    [actor.subject, mutation, key, argumentHash],
  );
  if (claimed.length > 0) return undefined;
  const [first]: { argument_hash: string; result_id: string }[] = await tx.query(
    'SELECT argument_hash, result_id FROM idempotency_key WHERE subject = $1 AND mutation = $2 AND key = $3',
    [actor.subject, mutation, key],
  );
  if (!first || first.argument_hash !== argumentHash) throw IDEMPOTENCY_KEY_REUSED({}, 'Idempotency-Key');
  return first.result_id;
}

async function rememberResult(tx: Tx, actor: Actor, id: string): Promise<void> {
  if (!actor.repeat) return;
  await tx.query('UPDATE idempotency_key SET result_id = $4 WHERE subject = $1 AND mutation = $2 AND key = $3', [
    actor.subject,
    actor.repeat.mutation,
    actor.repeat.key,
    id,
  ]);
}
