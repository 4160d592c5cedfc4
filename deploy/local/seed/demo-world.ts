import type { Type } from '@nestjs/common';
import { type Actor, TokenVerifier } from '#access';
import { createLog, createService, definitionOf, loadServiceConfig, type RunningService } from '#runtime';
import { DemoDatabase } from './demo-database.js';
import { ChapterOutbox, StrandClock, StrandIds } from './story.js';

/** A service whose use cases are called in this process, on the clock of the demo year. Its relay runs elsewhere. */
export interface DemoService extends RunningService {
  readonly database: DemoDatabase;
  use<T>(UseCase: Type<T>): T;
  count(sql: string): Promise<number>;
}

/** Opens a service's own use cases on its own database; nothing is sent or served from here. */
export async function openService(module: Type, env: NodeJS.ProcessEnv): Promise<DemoService> {
  const { name } = definitionOf(module);
  const config = loadServiceConfig(name, { ...env, SERVICE_PORT: '0', DATABASE_POOL_SIZE: '8' });
  const clock = new StrandClock();
  const nobody = new TokenVerifier({
    issuer: config.issuer,
    audience: 'passerelle',
    keys: () => Promise.reject(new Error('no token is read here')),
    clock,
  });
  let database: DemoDatabase | undefined;
  let outbox: ChapterOutbox | undefined;
  const running = await createService(module, config, {
    clock,
    ids: new StrandIds(),
    tokens: nobody,
    log: createLog(name, 'error'),
    outbox: (time, ids) => (outbox = new ChapterOutbox(time, ids)),
    database: (requests, reactions) =>
      (database = new DemoDatabase(requests, reactions, () => outbox as ChapterOutbox)),
  });
  if (!database) throw new Error('The service was given no database');
  await database.connect();
  const own = database;
  return {
    ...running,
    database: own,
    use: (UseCase) => running.app.get(UseCase, { strict: false }),
    count: (sql) =>
      own.look(async (tx) => {
        const [row]: { n: string }[] = await tx.query(sql);
        return Number(row?.n ?? 0);
      }),
  };
}

/** The manager of a branch, for whom the year is entered. */
export function managerOf(branch: string): Actor {
  return { subject: `demo-manager-${branch}`, role: 'BRANCH_MANAGER', branches: [branch], correlationId: 'demo' };
}

/** The national coordination. */
export const coordinator: Actor = {
  subject: 'demo-coordination',
  role: 'NATIONAL_COORDINATOR',
  branches: ['*'],
  correlationId: 'demo',
};

/** Waits until a service has learned what others announced. */
export async function until(what: string, known: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 120_000;
  while (!(await known())) {
    if (performance.now() > deadline) throw new Error(`never learned: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
