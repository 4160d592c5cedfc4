import { Button } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useWords } from '../i18n/words.js';
import { useFormat } from './format.js';
import css from './table.module.css';

/** From so many rows on their number is said. */
const WORTH_COUNTING = 10;

/** One column. The main number of a row stands at the right of its two lines on a phone. */
export interface Column<R> {
  readonly id: string;
  readonly label: string;
  readonly cell: (row: R) => ReactNode;
  readonly number?: boolean;
  /**
   * `title` opens the labelled row of a phone, `main` is its number at right; `detail` are its second line. `act` is what may
   * be done with the row: it says so itself, its header is only heard.
   */
  readonly phone?: 'title' | 'main' | 'detail' | 'act' | 'hidden';
}

/** Rows with a header on a desk and two labelled lines on a phone; pages of 50 by cursor, never infinite scrolling. */
export function DataTable<R>(props: {
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  /** Known total, when counting it is cheap. */
  readonly total?: number | undefined;
  /** What is counted as shown, where a thing takes several rows. */
  readonly shown?: number | undefined;
  readonly onMore?: (() => void) | undefined;
  readonly loadingMore?: boolean | undefined;
  /** A row that just changed, or that is struck through after a void. */
  readonly rowState?: (row: R) => 'changed' | 'voided' | undefined;
  /** A line across the table before a row, or after the last: where now is, in a list of hours. */
  readonly across?: { readonly before: string | undefined; readonly says: ReactNode } | undefined;
  readonly empty?: ReactNode;
  readonly footer?: ReactNode;
}) {
  const t = useWords();
  const format = useFormat();
  if (props.rows.length === 0 && props.empty) return <>{props.empty}</>;
  const count = props.shown ?? props.rows.length;
  // A handful of rows needs no counting aloud.
  const counted = props.total !== undefined || props.onMore !== undefined || count >= WORTH_COUNTING;
  const across = props.across ? (
    <tr className={css.across}>
      <td colSpan={props.columns.length}>{props.across.says}</td>
    </tr>
  ) : null;
  return (
    <div className={css.wrap}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard only if it takes the focus */}
      {/* biome-ignore lint/a11y/useSemanticElements: no fieldset, since nothing is entered; no landmark, since its sheet is one */}
      <div className={css.scroll} role="group" tabIndex={0} aria-label={props.caption}>
        <table className={css.table}>
          <caption className="unseen">{props.caption}</caption>
          <thead>
            <tr>
              {props.columns.map((column) => (
                <th key={column.id} scope="col" data-number={column.number || undefined}>
                  {column.phone === 'act' ? <span className="unseen">{column.label}</span> : column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <Fragment key={props.rowKey(row)}>
                {across && props.across?.before === props.rowKey(row) ? across : null}
                <tr data-state={props.rowState?.(row)}>
                  {props.columns.map((column) => (
                    <td
                      key={column.id}
                      data-number={column.number || undefined}
                      data-phone={column.phone ?? 'detail'}
                      data-label={
                        column.label === '' || column.phone === 'act'
                          ? undefined
                          : t('ui.table.label', { label: column.label })
                      }
                    >
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              </Fragment>
            ))}
            {props.across && props.across.before === undefined ? across : null}
          </tbody>
          {props.footer ? <tfoot>{props.footer}</tfoot> : null}
        </table>
      </div>
      <div className={css.foot}>
        <span className="soft small" role="status">
          {!counted
            ? null
            : props.total === undefined
              ? t('ui.table.shown', { count })
              : t('ui.table.shownOf', { count, total: format.number(props.total) })}
        </span>
        {props.onMore ? (
          <Button variant="default" onClick={props.onMore} aria-disabled={props.loadingMore || undefined}>
            {props.loadingMore ? t('ui.loading') : t('ui.table.more')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
