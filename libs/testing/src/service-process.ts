import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { createServer as createNetServer } from 'node:net';
import { signRequest } from '#access';
import { provisionDatabase } from '#persistence';
import type { Reply } from './start-for-test.js';
import { createTestIdentity, type Persona, TEST_ISSUER } from './test-tokens.js';

const SECRET = 'a secret that only this test run shares with itself';

/** A service as its own process on a database of its own and the run's real Kafka, to be killed and started again. */
export interface ServiceProcess {
  /** Starts it, or starts it again, and waits until it answers. */
  start(): Promise<void>;
  /** kill −9. */
  kill(): Promise<void>;
  /** SIGTERM; gives the exit code. */
  stop(): Promise<number | null>;
  /** Sends a GraphQL request as the gateway would. Throws when the service is away. */
  query(
    who: Persona,
    document: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<Reply>;
  /** What `/health/complete` says. */
  complete(): Promise<boolean>;
  readonly superuserUrl: string;
}

/** Identity and processes of one test file. */
export interface ProcessWorld {
  service(name: string): Promise<ServiceProcess>;
  close(): Promise<void>;
}

/** Prepares to run built services (`dist/`) as processes: an identity whose keys they fetch over HTTP, free ports. */
export async function createProcessWorld(): Promise<ProcessWorld> {
  const identity = await createTestIdentity();
  const keys = await serve(JSON.stringify(identity.jwks));
  const children = new Set<ChildProcess>();
  return {
    async service(name) {
      const superuser = required('TEST_POSTGRES_URL');
      const database = `test_${name}_${randomBytes(5).toString('hex')}`;
      const passwords = { migrator: 'test', app: 'test', worker: 'test' };
      const urls = await provisionDatabase(superuser, { service: name, database, passwords });
      const port = await freePort();
      const upper = name.toUpperCase();
      const environment = {
        ...process.env,
        NODE_OPTIONS: '',
        NODE_ENV: 'test',
        SERVICE_PORT: String(port),
        KAFKA_BROKERS: required('KAFKA_BROKERS'),
        [`DATABASE_URL_${upper}`]: urls.app,
        [`DATABASE_WORKER_URL_${upper}`]: urls.worker,
        [`DATABASE_MIGRATOR_URL_${upper}`]: urls.migrator,
        OIDC_ISSUER: TEST_ISSUER,
        OIDC_JWKS_URI: keys.url,
        SUBGRAPH_SECRET: SECRET,
      };
      let child: ChildProcess | undefined;
      const ended = (process: ChildProcess) =>
        new Promise<number | null>((resolve) =>
          process.exitCode === null && process.signalCode === null
            ? process.once('exit', resolve)
            : resolve(process.exitCode),
        );
      const base = `http://127.0.0.1:${port}`;
      return {
        superuserUrl: superuser.replace(/\/[^/]*$/, `/${database}`),
        async start() {
          child = spawn(
            process.execPath,
            ['--disable-warning=TimeoutNegativeWarning', `dist/services/${name}/src/main.js`],
            { env: environment, stdio: ['ignore', 'ignore', 'inherit'] },
          );
          children.add(child);
          await answers(`${base}/health/ready`, child);
        },
        async kill() {
          if (!child) return;
          child.kill('SIGKILL');
          await ended(child);
        },
        async stop() {
          if (!child) return null;
          child.kill('SIGTERM');
          return ended(child);
        },
        async query(who, document, variables = {}, headers = {}) {
          const body = JSON.stringify({ query: document, variables });
          const response = await fetch(`${base}/graphql`, {
            method: 'POST',
            body,
            headers: {
              'content-type': 'application/json',
              authorization: `Bearer ${await identity.tokenFor(who)}`,
              'x-passerelle-signature': signRequest({
                secret: SECRET,
                body,
                timestamp: Date.now(),
                nonce: randomUUID(),
              }),
              ...headers,
            },
          });
          return (await response.json()) as Reply;
        },
        complete: () =>
          fetch(`${base}/health/complete`).then(
            (response) => response.ok,
            () => false,
          ),
      };
    },
    async close() {
      for (const child of children) child.kill('SIGKILL');
      keys.server.close();
    },
  };
}

/** Asks again until the answer is yes; throws with `what` when it never is. */
export async function eventually(what: string, look: () => Promise<boolean>, seconds = 45): Promise<void> {
  const deadline = Date.now() + seconds * 1_000;
  while (!(await look())) {
    if (Date.now() > deadline) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  await eventually(`an answer from ${url}`, async () => {
    if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}`);
    return fetch(url).then(
      (response) => response.ok,
      () => false,
    );
  });
}

async function serve(body: string): Promise<{ url: string; server: Server }> {
  const server = createServer((_request, response) => response.setHeader('content-type', 'application/json').end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}/jwks`, server };
}

async function freePort(): Promise<number> {
  const server = createNetServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run the tests with "npm test"`);
  return value;
}
