import { counts, INDICATORS_BY_KIND, type IndicatorCode } from '../figures/indicators.js';
import type { Kind } from '../projection/delta.js';

/** Deltas `d` of closed months `c` that were written down after the closing. */
export const LEARNED_SINCE_CLOSING = `month_closing c JOIN reporting.delta d
  ON d.branch = c.branch AND d.occurred_on >= c.month AND d.occurred_on < (c.month + interval '1 month')::date
 AND d.recorded_at > c.closed_at AND d.kind <> 0`;

/** What of a delta figures sum. */
export interface Contribution {
  readonly kind: Kind;
  readonly a1: number | null;
  readonly units: number;
  readonly cents: number;
  readonly minutes: number;
}

/** What an event took from a figure and added to it. */
export interface Move {
  readonly code: IndicatorCode;
  minus: number;
  plus: number;
}

/** The figures that these contributions move, each with what was taken back and what was added. */
export function movesOf(parts: readonly Contribution[]): Move[] {
  const moves = new Map<IndicatorCode, Move>();
  for (const part of parts)
    for (const indicator of INDICATORS_BY_KIND.get(part.kind) ?? []) {
      const value = Number(part[indicator.measure]);
      if (value === 0 || !counts(indicator, part)) continue;
      const move = moves.get(indicator.code) ?? { code: indicator.code, minus: 0, plus: 0 };
      if (value < 0) move.minus += value;
      else move.plus += value;
      moves.set(indicator.code, move);
    }
  return [...moves.values()];
}
