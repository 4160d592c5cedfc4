import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool } from 'pg';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { type Actor } from '#access';
import { Clock, Database, Ids, type Tx } from '#persistence';
import { type Dice } from './random.js';

/** Where one strand of the demo year stands: what time it is there, whose dice fall, and the transaction under way. */
interface Strand {
  readonly dice: Dice;
  now: Date;
  tx?: Tx;
}

/** Branches live their year side by side, each at its own pace; whoever asks for the time gets that of its own strand. */
const strands = new AsyncLocalStorage<Strand>();

function strand(): Strand {
  const own = strands.getStore();
  if (!own) throw new Error('Outside of the demo year there is neither time nor dice');
  return own;
}

/** Lives part of the year with these dice: what is called inside reads its clock and ids from here. */
export function live<R>(dice: Dice, part: () => Promise<R>): Promise<R> {
  return strands.run({ dice, now: new Date(0) }, part);
}

/** Moves the clock of this strand. */
export function itIsNow(instant: string): void {
  strand().now = new Date(instant);
}

/** The clock of the strand that asks. */
export class StrandClock extends Clock {
  now(): Date {
    return new Date(strand().now);
  }
}

/** Identifiers in the form of UUIDv7 that come out the same for the same dice. */
export class StrandIds extends Ids {
  next(): string {
    const { dice } = strand();
    const hex = (digits: number) => Array.from({ length: digits }, () => dice.between(0, 15).toString(16)).join('');
    return `${hex(8)}-${hex(4)}-7${hex(3)}-${dice.one(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`;
  }
}

/**
 * A service's database on which a month's commands commit together: thirty thousand of them one by one would spend most of
 * their time on beginning and ending. Everything else is as in the service: the same statements, role and row security.
 */
export class DemoDatabase extends Database {
  constructor(
    private readonly requests: DataSource,
    private readonly reactions: DataSource,
  ) {
    super(requests, reactions);
  }

  /** Commands of one actor, in one transaction. */
  async together<R>(actor: Actor, commands: () => Promise<R>): Promise<R> {
    const own = strand();
    try {
      return await this.requests.transaction(async (tx) => {
        await tx.query(
          `SELECT set_config('app.branches', $1, true), set_config('app.subject', $2, true),
                  set_config('synchronous_commit', 'off', true)`,
          [actor.branches.join(','), actor.subject],
        );
        own.tx = tx;
        return commands();
      });
    } finally {
      delete own.tx;
    }
  }

  override async command<R extends ObjectLiteral & { id: string }>(
    actor: Actor,
    Result: EntityTarget<R>,
    execute: (tx: Tx) => Promise<R>,
  ): Promise<R> {
    const open = strands.getStore()?.tx;
    return open ? execute(open) : super.command(actor, Result, execute);
  }

  override async work<R>(execute: (tx: Tx) => Promise<R>): Promise<R> {
    return strands.getStore()?.tx ? execute(this.reactions.manager) : super.work(execute);
  }

  override async connect(): Promise<void> {
    await super.connect();
    for (const source of [this.requests, this.reactions]) prepareOnce((source.driver as PostgresDriver).master as Pool);
  }
}

/** The year says the same few sentences over and over: each connection has the server read and plan them once. */
function prepareOnce(pool: Pool): void {
  const names = new Map<string, string>();
  const nameOf = (text: string) => {
    const known = names.get(text) ?? `demo_${names.size}`;
    names.set(text, known);
    return known;
  };
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (config: unknown) => Promise<unknown>;
    client.query = ((text: unknown, values?: unknown[]) =>
      typeof text === 'string' && values?.length
        ? query({ name: nameOf(text), text, values })
        : query(text)) as typeof client.query;
  });
}
