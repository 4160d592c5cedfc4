import { PageLink } from '../../app/page-link.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import css from './report.module.css';
import type { Outcome, RowShown } from './run-query.js';
import { FoundKept, Reason } from './said-of-line.js';

/** The rows on a phone: one of the file each, what was said of it under a fold; fifty of them remain within a few swipes. */
export function FoldedRows(props: {
  readonly outcome: Outcome;
  readonly rows: readonly RowShown[];
  readonly total: number;
  readonly onMore: (() => void) | undefined;
  readonly loadingMore: boolean;
}) {
  const t = useWords();
  const label = useLabel();
  return (
    <DataTable
      caption={label('ImportOutcome', props.outcome)}
      rows={props.rows}
      rowKey={({ row }) => String(row)}
      total={props.total}
      onMore={props.onMore}
      loadingMore={props.loadingMore}
      columns={[
        {
          id: 'name',
          label: t('import.name'),
          phone: 'title',
          cell: ({ placeId, name }) =>
            placeId ? <PageLink href={`/places/${placeId}`}>{name}</PageLink> : (name ?? '–'),
        },
        { id: 'row', label: t('import.row'), phone: 'main', cell: ({ row }) => t('import.rowNumber', { row }) },
        { id: 'said', label: '', cell: (row) => <Said row={row} /> },
      ]}
    />
  );
}

function Said({ row: { notes, outcome } }: { readonly row: RowShown }) {
  const t = useWords();
  const label = useLabel();
  if (notes.length === 0) return <Reason note={undefined} outcome={outcome} />;
  return (
    <details className={css.said}>
      <summary>{t('import.said', { count: notes.length })}</summary>
      <ul className="plain">
        {notes.map((note, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said of one row never moves
          <li key={index}>
            <strong>{note.field ? label('PlaceColumn', note.field) : '–'}</strong>
            <div>
              <FoundKept note={note} />
            </div>
            <Reason note={note} outcome={outcome} />
          </li>
        ))}
      </ul>
    </details>
  );
}
