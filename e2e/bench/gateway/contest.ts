import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { composeSupergraph } from '../../../services/gateway/src/compose-supergraph.js';
import type { Contestant } from '../compare.js';
import { cpuSecondsOf } from '../cpu.js';
import type { Load, LoadResult } from './load.js';
import { expectedAnswer, SUBGRAPHS } from './shop.js';

/** Load and subgraphs share the first core, what is measured has the second for itself. */
const LOAD_CORE = 0;
const GATEWAY_CORE = 1;
const RUN_MS = Number(process.env['BENCH_RUN_MS'] ?? 2_000);

/** The one subgraph that the small question needs, asked without any gateway between. */
export const DIRECT = 'the subgraph itself, without a gateway';

/** How a contestant is started: its script below `e2e/bench`, and what it is told. */
export interface Start {
  readonly script: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Each run shows a token of its own, which the contestant hands out. */
  readonly withToken?: boolean;
}

/** What is asked in each run. */
export interface Question {
  readonly query: string;
  readonly connections: number;
}

interface Listening {
  readonly child: ChildProcess;
  readonly url: string;
  readonly withToken: boolean;
}

/** The shop's subgraphs, the load, and the gateways before them: each a process of its own, each pinned to a core. */
export class Contest {
  private readonly children: ChildProcess[] = [];
  private readonly gateways = new Map<string, Listening>();
  private folder = '';
  private load!: ChildProcess;
  private environment: Record<string, string> = {};

  async open(): Promise<void> {
    const subgraphs = this.spawn('gateway/subgraphs.ts', LOAD_CORE);
    this.load = this.spawn('gateway/load.ts', LOAD_CORE);
    const { port } = await told<{ port: number }>(subgraphs);
    const services = SUBGRAPHS.map(({ name, sdl }) => ({ name, sdl, url: `http://127.0.0.1:${port}/${name}` }));
    this.folder = await mkdtemp(join(tmpdir(), 'passerelle-bench-'));
    const file = join(this.folder, 'supergraph.graphql');
    await writeFile(file, composeSupergraph(services));
    this.environment = {
      BENCH_SUPERGRAPH: file,
      BENCH_SCHEMAS: JSON.stringify(Object.fromEntries(services.map(({ name, sdl }) => [name, sdl]))),
      BENCH_SERVICES: JSON.stringify(Object.fromEntries(services.map(({ name, url }) => [name, url]))),
    };
    this.gateways.set(DIRECT, { child: subgraphs, url: services[0]?.url ?? '', withToken: false });
  }

  /** Starts what is to be measured; it stays, idle between its runs. */
  async start(name: string, { script, settings = {}, withToken = false }: Start): Promise<void> {
    const child = this.spawn(script, GATEWAY_CORE, { ...this.environment, ...settings });
    const { port, path = '/graphql' } = await told<{ port: number; path?: string }>(child);
    this.gateways.set(name, { child, url: `http://127.0.0.1:${port}${path}`, withToken });
  }

  /**
   * A contestant whose figure is requests per second of its own processor time, or of the clock. `p50` gets the milliseconds
   * after which half of the answers were there, run by run.
   */
  contestant(name: string, { query, connections }: Question, figure: 'cpu' | 'clock', p50: number[] = []): Contestant {
    const expected = expectedAnswer(query);
    const length = Buffer.byteLength(JSON.stringify(expected));
    const body = JSON.stringify({ query });
    let isCold = true;
    return {
      name,
      prepare: async () => {
        if (!isCold) return;
        isCold = false;
        // A first question alone: a program that has not read its own code yet is no match for fifty at once.
        await this.ask(name, { body, connections: 1, length, ms: 1 });
      },
      run: async () => {
        const { result, cpu } = await this.ask(name, { body, connections, length, ms: RUN_MS });
        p50.push(result.p50);
        const correct = result.wrong === 0 && result.answers > 0 && isDeepStrictEqual(read(result.sample), expected);
        if (!correct) process.stderr.write(`${name}: ${result.wrong} wrong, such as …${result.sample.slice(-300)}\n`);
        return {
          correct,
          did: result.answers,
          perSecond: result.answers / (figure === 'cpu' ? cpu : result.ms / 1_000),
        };
      },
    };
  }

  private async ask(name: string, load: Omit<Load, 'url' | 'headers'>): Promise<{ result: LoadResult; cpu: number }> {
    const gateway = this.gateways.get(name);
    if (!gateway) throw new Error(`${name} was not started.`);
    const { child, url, withToken } = gateway;
    const { token } = withToken ? await answered<{ token: string }>(child, {}) : { token: '' };
    const headers: Record<string, string> = withToken ? { authorization: `Bearer ${token}` } : {};
    const before = cpuSecondsOf(child.pid ?? 0);
    const result = await answered<LoadResult>(this.load, { ...load, url, headers } satisfies Load);
    return { result, cpu: cpuSecondsOf(child.pid ?? 0) - before };
  }

  async close(): Promise<void> {
    await Promise.all(
      this.children.map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        child.kill('SIGKILL');
        await once(child, 'exit');
      }),
    );
    if (this.folder) await rm(this.folder, { recursive: true });
  }

  private spawn(script: string, core: number, settings: Record<string, string> = {}): ChildProcess {
    const command = [process.execPath, join('e2e/bench', script)];
    const pinned = existsSync('/usr/bin/taskset') ? ['taskset', '-c', String(core), ...command] : command;
    const child = spawn(pinned[0] ?? '', pinned.slice(1), {
      stdio: ['ignore', 2, 2, 'ipc'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NODE_OPTIONS: process.env['BENCH_NODE_OPTIONS'] ?? '',
        ...settings,
      },
    });
    this.children.push(child);
    return child;
  }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a process says next. */
async function told<T>(child: ChildProcess): Promise<T> {
  const gone = new AbortController();
  const end = once(child, 'exit', { signal: gone.signal }).then(() => {
    throw new Error(`A process of the bench ended: ${child.spawnargs.at(-1)}`);
  });
  try {
    const [message] = (await Promise.race([once(child, 'message'), end])) as [T];
    return message;
  } finally {
    gone.abort();
    await end.catch(() => undefined);
  }
}

async function answered<T>(child: ChildProcess, question: object): Promise<T> {
  const answer = told<T>(child);
  child.send(question);
  return answer;
}
