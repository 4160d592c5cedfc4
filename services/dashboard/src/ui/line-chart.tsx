import { lazy, Suspense } from 'react';
import { useWords } from '../i18n/words.js';
import { ChartFrame, type Show } from './chart-frame.js';
import { DataTable } from './data-table.js';
import css from './figure.module.css';
import { type Amount, type Measure, useFormat } from './format.js';

/** One place on the time axis. */
export interface LinePoint {
  readonly label: string;
  readonly value: Amount;
  /** The same day or month of the period compared with. */
  readonly before?: Amount | undefined;
  /** Today's bar, or a month not closed yet: hatched. */
  readonly unfinished?: boolean | undefined;
}

// The drawing library is heavy and figure pages alone need it.
const Drawing = lazy(() => import('./line-drawing.js').then((module) => ({ default: module.LineDrawing })));

/** A figure over time with the previous period dashed behind it, and the same numbers as a table. */
export function LineChart(props: {
  readonly title: string;
  readonly takeaway?: string;
  readonly points: readonly LinePoint[];
  readonly measure?: Measure;
  readonly series: string;
  readonly beforeSeries?: string;
  readonly show?: Show;
  readonly onShow?: (show: Show) => void;
}) {
  const t = useWords();
  const format = useFormat();
  const measure = props.measure ?? 'count';
  const beforeSeries = props.beforeSeries ?? t('ui.chart.before');
  return (
    <ChartFrame
      title={props.title}
      {...(props.takeaway === undefined ? {} : { takeaway: props.takeaway })}
      {...(props.show === undefined ? {} : { show: props.show })}
      {...(props.onShow === undefined ? {} : { onShow: props.onShow })}
      chart={
        <Suspense fallback={<div className={css.canvas} aria-busy="true" />}>
          <Drawing
            className={css.canvas}
            points={props.points}
            measure={measure}
            series={props.series}
            beforeSeries={beforeSeries}
          />
        </Suspense>
      }
      table={
        <DataTable
          caption={props.title}
          rows={props.points}
          rowKey={(point) => point.label}
          columns={[
            {
              id: 'label',
              label: t('ui.chart.when'),
              phone: 'title',
              cell: (point) => point.label + (point.unfinished ? ` (${t('ui.chart.unfinished')})` : ''),
            },
            {
              id: 'value',
              label: props.series,
              number: true,
              phone: 'main',
              cell: (point) => format.amount(point.value, measure),
            },
            {
              id: 'before',
              label: beforeSeries,
              number: true,
              cell: (point) => format.amount(point.before ?? 'DOES_NOT_APPLY', measure),
            },
          ]}
        />
      }
    />
  );
}
