import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';

/** What we use of it; it is fetched for the bench alone, so the type checker does not know it. */
interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
  closeSync(): void;
}
interface Library {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
}

/** DuckDB with the same rows in memory, by columns. */
export interface Duck {
  /** The first row of the answer. */
  ask(sql: string): Promise<unknown[]>;
  close(): void;
}

/** Brings the rows of `delta` from Postgres, through a file that the server writes and DuckDB reads. */
export async function duckWithDeltas(superuser: Client): Promise<Duck> {
  const home = join(process.cwd(), '.local/bench-peers/reporting/package.json');
  const { DuckDBInstance } = createRequire(home)('@duckdb/node-api') as Library;
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-rows-'));
  // The server writes as a user of its own.
  await chmod(folder, 0o777);
  const file = join(folder, 'delta.csv');
  await superuser.query(
    `COPY (SELECT kind, branch, occurred_on, person_no, units FROM reporting_v2.delta) TO '${file}' (FORMAT csv, HEADER)`,
  );
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`CREATE TABLE delta AS SELECT * FROM read_csv('${file}')`);
  rmSync(folder, { recursive: true });
  return {
    async ask(sql) {
      return (await connection.runAndReadAll(sql)).getRows()[0] ?? [];
    },
    close: () => connection.closeSync(),
  };
}
