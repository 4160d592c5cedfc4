import { useMemo } from 'react';
import { useLive } from '../../app/live/live.js';
import { useRead } from '../../app/use-read.js';
import { useSearch } from '../../app/use-search.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { BREAKDOWNS, FIGURES } from './figures-query.js';
import { filtersOf } from './filters.js';
import { grainOf, periodOf } from './period.js';

/** What of the figures the address asks for: period, filters, comparison, and as known when. */
export function useFiguresInput(branches: readonly string[] | null) {
  const [search] = useSearch();
  const { now } = useEnvironment();
  const format = useFormat();
  const today = format.localDate(now());
  const period = periodOf(search, today);
  const filters = useMemo(() => filtersOf(search), [search]);
  const compare = search['compare'] === 'none' ? 'NONE' : search['compare'] === 'year' ? 'YEAR' : 'PREVIOUS';
  const asOf =
    search['asOf'] && !Number.isNaN(Date.parse(search['asOf'])) ? new Date(search['asOf']).toISOString() : null;
  const input = {
    ...period,
    ...filters.input,
    compare,
    asOf,
    branches: branches === null ? null : [...branches],
  } as const;
  return { period, filters, compare, asOf, today, branches, input } as const;
}

/** The figures of the view that the address describes, following live unless frozen or as of a past instant. */
export function useFigures(branches: readonly string[] | null, frozen: boolean) {
  const [search] = useSearch();
  const asked = useFiguresInput(branches);
  const { period, asOf, input } = asked;
  const grain = search['grain'] === 'day' ? 'DAY' : search['grain'] === 'month' ? 'MONTH' : grainOf(period);
  const figures = useRead(FIGURES, { input, grain });
  const breakdowns = useRead(BREAKDOWNS, { input });
  useLive([figures.key, breakdowns.key], branches ?? ['*'], frozen || asOf !== null);
  return { ...asked, grain, figures, breakdowns } as const;
}

/** What `useFigures` gives. */
export type FiguresView = ReturnType<typeof useFigures>;
