import { AS_OF_IN_FUTURE } from './figures.refusals.js';
import { Figures, type FiguresInput } from './figures.types.js';
import { checkPeriod, comparedPeriod, type View } from './view.js';

/** What was asked for, checked. Refuses `PERIOD_BACKWARDS`, `PERIOD_TOO_LONG`, `AS_OF_IN_FUTURE`. */
export function viewOf(input: FiguresInput, branches: readonly string[] | null, now: Date): Figures {
  const { from, to, compare, asOf, branches: _asked, ...filters } = input;
  checkPeriod({ from, to });
  if (asOf && asOf > now) throw AS_OF_IN_FUTURE({}, 'asOf');
  const view: View = {
    from,
    to,
    branches,
    filters,
    asOf: asOf ?? null,
    compared: comparedPeriod({ from, to }, compare ?? 'NONE'),
  };
  return Object.assign(new Figures(), view, {
    comparedFrom: view.compared?.from ?? null,
    comparedTo: view.compared?.to ?? null,
    branchCodes: view.branches,
  });
}
