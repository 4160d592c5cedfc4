import { Client } from 'pg';
import type { TestService } from '#testing';
import { finishLoading } from '../../services/reporting/src/rebuild/versions.js';

/** Ten years, their last day included. */
export const FIRST_DAY = '2016-12-01';
export const LAST_DAY = '2026-11-25';
const DAYS = 3_647;
const BRANCHES = 100;

/** The code of a branch by its number. */
export const branchOf = (n: number): string =>
  `${String.fromCharCode(65 + Math.floor(n / 10))}${String.fromCharCode(65 + (n % 10))}`;

/**
 * Makes up ten years of figures: people who come about three times in each of some ten months, mostly to one branch; a fifth of
 * the acts written down late, one in twenty more than a week late; one in two hundred taken back; half as many other facts as
 * acts. Straight into the deltas of a version beside the live one, which is then folded and shown as a rebuild would. Gives how
 * long the fold took.
 */
export async function makeUpTenYears(reporting: TestService, acts: number, people: number): Promise<number> {
  const pool = Math.ceil(acts / 360);
  const hash = (what: string) => `abs(hashint8extended((${what})::bigint, 7))`;
  const columns = `event_id, n, recorded_at, themes, cents, occurred_on, person_no, commune_no, units, minutes, kind, branch, solution,
    gender, age_band, status, a1, lag_days`;
  const code = (no: string) => `chr(65 + (${no} / 10)::int) || chr(65 + (${no} % 10)::int)`;
  return reporting.database.longWork(async (tx) => {
    await tx.query('SELECT reporting.begin_version()');
    await tx.query(
      'INSERT INTO commune_number (id) SELECT n::text FROM generate_series(1, 2000) AS n ON CONFLICT DO NOTHING',
    );
    await tx.query(
      `INSERT INTO reporting_v2.delta (${columns})
       SELECT gen_random_uuid(), 0, day + lag + interval '10 hours', 1::bigint << (g % 19)::int | 1::bigint << (g % 7)::int, 0, day,
              CASE WHEN g % 10 < 9 THEN person END, 1 + person % 2000, 1, 30, 1,
              ${code(`(CASE WHEN g % 20 = 0 THEN g / 20 ELSE person END) % ${BRANCHES}`)}, 1 + g % 3, 1 + person % 3, 1 + person % 5,
              1 + person % 6, NULL, lag
       FROM (SELECT g, '${FIRST_DAY}'::date + (g * ${DAYS} / ${acts})::int AS day,
                    1 + ${hash(`g * 120 / ${acts} * 1000003 + ${hash('g')} % ${pool}`)} % ${people} AS person,
                    CASE WHEN g % 20 = 7 THEN 8 + (g / 20) % 50 WHEN g % 5 = 3 THEN 1 + (g / 5) % 7 ELSE 0 END::int AS lag
             FROM generate_series(0::bigint, ${acts - 1}) AS g) AS made`,
    );
    await tx.query(
      `INSERT INTO reporting_v2.delta (${columns})
       SELECT gen_random_uuid(), 0, recorded_at + interval '20 days', themes, 0, occurred_on, person_no, commune_no, -1, -30, 1, branch,
              solution, gender, age_band, status, NULL, lag_days + 20
       FROM reporting_v2.delta WHERE abs(hashtext(event_id::text)) % 200 = 0 AND recorded_at < '2026-10-31'`,
    );
    await tx.query(
      `INSERT INTO reporting_v2.delta (${columns})
       SELECT gen_random_uuid(), 0, day + interval '10 hours', 0, CASE WHEN g % 8 = 5 THEN 7200 ELSE 0 END, day, NULL, NULL, 1, 0,
              (ARRAY[2, 3, 4, 6, 9, 12, 10, 11])[1 + g % 8], ${code(`(g / 8) % ${BRANCHES}`)}, NULL, 1 + g % 3, 1 + g % 5, 1 + g % 6,
              1 + g % 3, 0
       FROM (SELECT g, '${FIRST_DAY}'::date + (g * ${DAYS} / ${acts / 2})::int AS day
             FROM generate_series(0::bigint, ${acts / 2 - 1}) AS g) AS made`,
    );
    const begun = performance.now();
    await finishLoading(tx, 2);
    const folded = (performance.now() - begun) / 1_000;
    await tx.query('SELECT reporting.switch_version(2)');
    return folded;
  });
}

/** What stands after a while by itself: pages known to hold nothing but what everybody sees, and statistics. */
export async function settle(reporting: TestService): Promise<{ deltas: number; kept: number }> {
  const owner = new Client({ connectionString: reporting.config.migratorUrl });
  await owner.connect();
  const kept = ['cell_day', 'cell_month', 'person_month', 'person_cell'];
  for (const table of ['delta', ...kept]) await owner.query(`VACUUM ANALYZE reporting_v2.${table}`);
  const sizes = await owner.query<{ deltas: string; kept: string }>(
    `SELECT pg_total_relation_size('reporting_v2.delta') AS deltas,
            (SELECT sum(pg_total_relation_size(('reporting_v2.' || t)::regclass)) FROM unnest($1::text[]) AS t) AS kept`,
    [kept],
  );
  await owner.end();
  return { deltas: Number(sizes.rows[0]?.deltas), kept: Number(sizes.rows[0]?.kept) };
}
