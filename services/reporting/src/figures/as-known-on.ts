import type { Tx } from '#persistence';
import { cellRows } from './cell-rows.js';
import type { Dimension, Sum } from './indicators.js';
import { bitSums, isBits, MEMBER_SQL, onlyOf } from './member-columns.js';

/** What is asked of the whole network: an indicator, a dimension, a period, and what was known when. */
export interface Asked {
  readonly indicator: Sum;
  readonly dimension: Dimension;
  readonly from: string;
  readonly to: string;
  readonly asOf: Date;
  /** By branch instead of the network's own cells; totals only. */
  readonly branches?: boolean;
  /** Day by day. */
  readonly daily?: boolean;
}

/** Cells hold a day's facts; eight days later all but the late ones have come. */
const LATE_AFTER_DAYS = 7;

/**
 * What the network's figures were on an instant, from today's cells: less what was learned since, more what lay further ahead
 * than cells are read and was known already. Runs `select … FROM known` over rows of `(branch, day, member, value)`. It must
 * give what the deltas recorded by then add up to; that sum is the definition, this is only faster.
 */
export function asKnownOn(
  tx: Tx,
  asked: Asked,
  select: string,
  rest: string,
): Promise<Record<string, string | number | null>[]> {
  const { indicator, dimension, from, to, asOf, branches = false, daily = false } = asked;
  // One day more than the instant's own: overseas, local dates run ahead of UTC.
  const [cellDay = to] = [to, utcDay(asOf, 1)].sort();
  // Nothing that is at most seven days late was recorded after this, and nothing of it before the instant counts for earlier days.
  const soon = utcDay(new Date(`${cellDay}T00:00:00Z`), LATE_AFTER_DAYS + 1);
  const [sinceDay = from] = [from, utcDay(asOf, -LATE_AFTER_DAYS)].sort().reverse();
  const values: unknown[] = [from, to, cellDay, asOf, `${soon}T00:00:00Z`, sinceDay];
  const scope = branches ? 'EACH_BRANCH' : 'NETWORK';
  const cells = cellRows({ sum: indicator, dimension, from, to: cellDay, scope, daily }, values);
  return tx.query(
    `WITH learned AS (
       ${deltas(indicator, '-', `lag_days > ${LATE_AFTER_DAYS} AND recorded_at > $4`, IN_CELLS)}
       UNION ALL
       ${deltas(indicator, '-', `lag_days <= ${LATE_AFTER_DAYS} AND recorded_at > $4 AND recorded_at < $5`, OF_LATE)}
       UNION ALL
       ${deltas(indicator, '', 'lag_days < 0 AND recorded_at <= $4', BEYOND_CELLS)}),
     known AS (
       ${cells}
       UNION ALL
       ${membersOf(dimension)})
     SELECT ${select} FROM known ${rest}`,
    values,
  );
}

const IN_CELLS = 'occurred_on BETWEEN $1::date AND $3::date';
const OF_LATE = 'occurred_on BETWEEN $6::date AND $3::date';
const BEYOND_CELLS = 'occurred_on > $3::date AND occurred_on BETWEEN $1::date AND $2::date';

function utcDay(instant: Date, later: number): string {
  return new Date(instant.getTime() + later * 86_400_000).toISOString().slice(0, 10);
}

function deltas(indicator: Sum, sign: '' | '-', when: string, days: string): string {
  return `SELECT branch, occurred_on, themes, commune_no, place_no, solution, gender, age_band, status, a1, a2, ${sign}${indicator.measure} AS value
          FROM reporting.delta WHERE kind = ${indicator.kind} AND ${days} AND ${when}${onlyOf(indicator)}`;
}

function membersOf(dimension: Dimension): string {
  if (!isBits(dimension)) {
    const member = MEMBER_SQL[dimension];
    return `SELECT branch, occurred_on, ${member}, value FROM learned WHERE ${member} IS NOT NULL`;
  }
  const sums = bitSums(dimension, 'value');
  const members = sums.map((_, bit) => `(${bit + 1}, s.m${bit + 1})`);
  return `SELECT s.branch, s.occurred_on, m.member, m.value
          FROM (SELECT branch, occurred_on, ${sums.join(', ')} FROM learned GROUP BY branch, occurred_on) s
          CROSS JOIN LATERAL (VALUES ${members.join(', ')}) AS m(member, value) WHERE m.value <> 0`;
}
