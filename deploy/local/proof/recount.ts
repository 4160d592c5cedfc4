import type { IndicatorCode } from '../../../services/reporting/src/figures/indicators.js';
import type { Service } from './databases.js';

/** How an owner's tables tell an indicator: rows of branch, day (null for a stock), member and value. */
export interface Recount {
  readonly code: IndicatorCode;
  readonly service: Service;
  readonly sql: string;
}

/** What every recount ends with. */
export const GROUPED = 'GROUP BY 1, 2, 3';
