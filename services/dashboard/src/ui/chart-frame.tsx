import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../i18n/words.js';
import css from './figure.module.css';

/** How a figure is shown: drawn, or as its table, in the same place. */
export type Show = 'chart' | 'table';

/**
 * A drawing and its twin table in one place, with the one sentence to remember. On paper the table stands under the
 * drawing. The page keeps the choice in its address (`show=table`).
 */
export function ChartFrame(props: {
  readonly title: string;
  /** The one sentence to remember from it. */
  readonly takeaway?: string;
  readonly show?: Show;
  readonly onShow?: (show: Show) => void;
  readonly kind?: 'line' | 'bars' | 'map';
  readonly chart: ReactNode;
  readonly table: ReactNode;
}) {
  const t = useWords();
  const [own, setOwn] = useState<Show>('chart');
  const show = props.show ?? own;
  const kind = props.kind ?? 'line';
  return (
    <figure className={css.frame}>
      <div className={css.frameHead}>
        <figcaption>
          <h2>{props.title}</h2>
          {props.takeaway ? <p className={css.takeaway}>{props.takeaway}</p> : null}
        </figcaption>
        <SegmentedControl
          className="no-print"
          size="sm"
          aria-label={t('ui.chart.show', { figure: props.title })}
          value={show}
          onChange={(value) => (props.onShow ?? setOwn)(value === 'table' ? 'table' : 'chart')}
          data={[
            { value: 'chart', label: t(`ui.chart.${kind}`) },
            { value: 'table', label: kind === 'map' ? t('ui.chart.list') : t('ui.chart.table') },
          ]}
        />
      </div>
      {show === 'chart' ? props.chart : props.table}
      {show === 'chart' ? <div className="only-print">{props.table}</div> : null}
    </figure>
  );
}
