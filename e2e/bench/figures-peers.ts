import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What is used of graphile-worker. */
interface GraphileWorker {
  readonly Logger: new (scope: () => () => void) => object;
  run(options: object): Promise<{ stop(): Promise<void> }>;
  makeWorkerUtils(options: object): Promise<{
    migrate(): Promise<void>;
    addJobs(jobs: readonly { identifier: string; payload: object }[]): Promise<unknown>;
    release(): Promise<void>;
  }>;
}

const JOB = 'count';
/** Set up in its favour: it fetches five hundred jobs at once, and forgets done ones in batches. */
const PRESET = { worker: { localQueue: { size: 500 }, completeJobBatchDelay: 0 } };

/** A queue of jobs in Postgres, one for each event. */
export class JobQueue {
  private readonly library: GraphileWorker;

  constructor(
    private readonly connectionString: string,
    private readonly concurrency: number,
  ) {
    const load = createRequire(join(process.cwd(), '.local/bench-peers/figures/package.json'));
    this.library = load('graphile-worker') as GraphileWorker;
  }

  /** Puts so many jobs into the queue, numbered from zero. */
  async fill(count: number): Promise<void> {
    const utils = await this.library.makeWorkerUtils({ connectionString: this.connectionString });
    await utils.migrate();
    await utils.addJobs(Array.from({ length: count }, (_, n) => ({ identifier: JOB, payload: { n } })));
    await utils.release();
  }

  /** Works on all of them; ends when so many have been done. `begin` is called when the workers stand ready. */
  async drain(count: number, work: (n: number) => Promise<void>, begin: () => void): Promise<void> {
    let done = 0;
    // It tells of every job: nobody reads that here, and it would be measured.
    const logger = new this.library.Logger(() => () => undefined);
    const { promise, resolve } = Promise.withResolvers<void>();
    const runner = await this.library.run({
      connectionString: this.connectionString,
      concurrency: this.concurrency,
      noHandleSignals: true,
      logger,
      preset: PRESET,
      taskList: {
        [JOB]: async ({ n }: { n: number }) => {
          if (done === 0) begin();
          await work(n);
          done += 1;
          if (done === count) resolve();
        },
      },
    });
    await promise;
    await runner.stop();
  }
}
