import { useWords } from '../i18n/words.js';
import { ChartFrame, type Show } from './chart-frame.js';
import { DataTable } from './data-table.js';
import css from './figure.module.css';
import { type Amount, type Measure, useFormat } from './format.js';
import { type Change, ChangeText } from './tile.js';

/** One value of a breakdown. */
export interface RankedRow {
  readonly id: string;
  readonly label: string;
  readonly value: Amount;
  readonly before?: Amount | undefined;
  readonly share?: number | undefined;
  readonly change?: Change | undefined;
}

/** A breakdown, largest first, in one colour from zero; touching a row makes it a filter. */
export function RankedBars(props: {
  readonly title: string;
  readonly takeaway?: string;
  readonly rows: readonly RankedRow[];
  readonly measure?: Measure;
  readonly column: string;
  /** « parts des mentions », when shares do not add up to the total. */
  readonly note?: string;
  readonly onPick?: (id: string) => void;
  readonly show?: Show;
  readonly onShow?: (show: Show) => void;
}) {
  const t = useWords();
  const format = useFormat();
  const measure = props.measure ?? 'count';
  const size = (amount: Amount | undefined) => (typeof amount === 'number' ? amount : 0);
  const rows = [...props.rows].sort((a, b) => size(b.value) - size(a.value));
  const top = Math.max(1, ...rows.flatMap((row) => [size(row.value), size(row.before)]));
  const width = (amount: Amount | undefined) => `${(size(amount) / top) * 100}%`;
  const content = (row: RankedRow) => (
    <>
      <span>{row.label}</span>
      <span className={css.track} aria-hidden="true">
        {typeof row.value === 'number' ? <span className={css.fill} style={{ width: width(row.value) }} /> : null}
        {row.before === undefined ? null : <span className={css.before} style={{ width: width(row.before) }} />}
      </span>
      <span className={css.barValue}>
        {format.amount(row.value, measure)}
        {row.share === undefined ? null : <span className="soft"> · {format.share(row.share)}</span>}
      </span>
    </>
  );
  return (
    <ChartFrame
      title={props.title}
      kind="bars"
      {...(props.takeaway === undefined ? {} : { takeaway: props.takeaway })}
      {...(props.show === undefined ? {} : { show: props.show })}
      {...(props.onShow === undefined ? {} : { onShow: props.onShow })}
      chart={
        <>
          {rows.length === 0 ? <p className="soft">{t('ui.chart.nothing')}</p> : null}
          <ol className={css.bars}>
            {rows.map((row) => (
              <li key={row.id}>
                {props.onPick ? (
                  <button
                    type="button"
                    className={css.bar}
                    onClick={() => props.onPick?.(row.id)}
                    title={t('ui.filters.add')}
                  >
                    {content(row)}
                  </button>
                ) : (
                  <div className={css.bar}>{content(row)}</div>
                )}
              </li>
            ))}
          </ol>
          {props.note ? <p className="soft small">{props.note}</p> : null}
        </>
      }
      table={
        <DataTable
          caption={props.title}
          rows={rows}
          rowKey={(row) => row.id}
          empty={<p className="soft">{t('ui.chart.nothing')}</p>}
          columns={[
            { id: 'label', label: props.column, phone: 'title', cell: (row) => row.label },
            {
              id: 'value',
              label: t('ui.chart.value'),
              number: true,
              phone: 'main',
              cell: (row) => format.amount(row.value, measure),
            },
            {
              id: 'share',
              label: t('ui.chart.share'),
              number: true,
              cell: (row) => (row.share === undefined ? '–' : format.share(row.share)),
            },
            {
              id: 'change',
              label: t('ui.chart.change'),
              cell: (row) => (row.change ? <ChangeText change={row.change} /> : '–'),
            },
          ]}
        />
      }
    />
  );
}
