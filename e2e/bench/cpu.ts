import { readdirSync, readFileSync } from 'node:fs';
import { Client } from 'pg';

/** `getconf CLK_TCK`: 100 on every Linux that this runs on. */
const TICKS_PER_SECOND = 100;

/** CPU seconds that a process and all it has brought forth have used, those already gone among them (`proc(5)`). */
export function cpuSecondsOf(pid: number): number {
  const family = new Set([pid]);
  const stats = allStats();
  for (let grown = true; grown; ) {
    grown = false;
    for (const { id, parent } of stats)
      if (family.has(parent) && !family.has(id)) {
        family.add(id);
        grown = true;
      }
  }
  const ticks = stats.filter(({ id }) => family.has(id)).reduce((sum, one) => sum + one.ticks, 0);
  return ticks / TICKS_PER_SECOND;
}

function allStats() {
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      const fields = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number);
      // utime, stime, and both of children waited for: fields 14 to 17.
      const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + (fields[field] ?? 0), 0);
      return [{ id: Number(entry), parent: fields[1] ?? 0, ticks }];
    } catch {
      return [];
    }
  });
}

/** The process of the tests' database server, which does a good part of the work. */
export async function serverPid(): Promise<number> {
  const superuser = new Client({ connectionString: process.env['TEST_POSTGRES_URL'] });
  await superuser.connect();
  const { rows } = await superuser.query<{ pid: string }>(
    `SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS pid`,
  );
  await superuser.end();
  return Number(rows[0]?.pid);
}
