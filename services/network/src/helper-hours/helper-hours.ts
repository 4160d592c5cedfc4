import { ListHelperRatesResolver } from './list-helper-rates/list-helper-rates.resolver.js';
import { SetHelperRate } from './set-helper-rate/set-helper-rate.js';
import { SetHelperRateResolver } from './set-helper-rate/set-helper-rate.resolver.js';
import { ShowHelperStatementResolver } from './show-helper-statement/show-helper-statement.resolver.js';
import { ShowHelperValueResolver } from './show-helper-value/show-helper-value.resolver.js';
import { WhenHoursRecorded } from './when-hours-recorded/when-hours-recorded.js';

/** What helpers gave: one line per slice. */
export const HELPER_HOURS = [
  WhenHoursRecorded,
  ...[SetHelperRate, SetHelperRateResolver],
  ListHelperRatesResolver,
  ShowHelperValueResolver,
  ShowHelperStatementResolver,
];
