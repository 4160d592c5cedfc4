import { lazy, Suspense } from 'react';
import { Loading } from '../../ui/states.js';
import { FigureFilters, PeriodControls } from './figure-controls.js';
import { FigureEmptiness } from './figure-emptiness.js';
import type { FiguresView } from './use-figures.js';

/** What is rarely there comes after the figures. */
const KnownOnControl = lazy(async () => ({ default: (await import('./known-on.js')).KnownOnControl }));
const KnownOnNotice = lazy(async () => ({ default: (await import('./known-on.js')).KnownOnNotice }));
const ClosedMonths = lazy(async () => ({ default: (await import('./closed-months.js')).ClosedMonths }));

/** All that stands above the figures of a view: its period, as known when, filters, and what is to be known of its months. */
export function ViewControls({ view }: { readonly view: FiguresView }) {
  return (
    <>
      <PeriodControls view={view} />
      <Suspense fallback={<Loading lines={2} />}>
        <KnownOnControl view={view} />
        <KnownOnNotice asOf={view.asOf} found={view.figures.data?.figures} />
      </Suspense>
      <FigureFilters view={view} />
      <FigureEmptiness view={view} />
      <Suspense fallback={null}>
        <ClosedMonths view={view} />
      </Suspense>
    </>
  );
}
