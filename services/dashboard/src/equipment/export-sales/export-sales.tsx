import { useBranchName } from '../../app/branch-names.js';
import { ExportList } from '../../app/export/export-list.js';
import type { ListColumn } from '../../app/export/list-file.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';

const DAY_BOOK = graphql(`
  query DayBook($branch: String, $day: LocalDate!, $after: String) {
    sales(branch: $branch, day: $day, first: 50, after: $after) {
      endCursor
      items {
        receipt
        occurredAt
        totalCents
        state
        lines {
          kind
          label
          quantity
        }
        payments {
          kind
          cents
        }
      }
    }
  }
`);
type Sold = NonNullable<ResultOf<typeof DAY_BOOK>['sales']>['items'][number];

/** The day book of a branch as a file: what was sold and how it was paid, without who bought. */
export function ExportSales({ branch, day }: { readonly branch: string; readonly day: string }) {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const names = useBranchName();
  const lines = ({ lines: all }: Sold, device: boolean) =>
    all
      .filter(({ kind }) => (kind === 'DEVICE') === device)
      .map((line) => (line.quantity === 1 ? line.label : `${format.number(line.quantity)} × ${line.label}`))
      .join(' · ') || null;
  const columns: readonly ListColumn<Sold>[] = [
    { label: t('till.receipt'), means: 'receipt', value: ({ receipt }) => receipt },
    { label: t('export.day'), means: 'saleDay', value: ({ occurredAt }) => format.localDate(occurredAt) },
    { label: t('dropIn.at'), means: 'saleTime', value: ({ occurredAt }) => format.time(occurredAt) },
    { label: t('nav.devices'), means: 'saleDevices', value: (sale) => lines(sale, true) },
    { label: t('export.articles'), means: 'saleArticles', value: (sale) => lines(sale, false) },
    { label: t('till.total'), means: 'saleTotal', value: ({ totalCents }) => totalCents / 100 },
    {
      label: t('till.payment'),
      means: 'payments',
      value: ({ payments }) =>
        payments.map(({ kind, cents }) => `${label('PaymentKind', kind)} ${format.money(cents)}`).join(' · ') || null,
    },
    {
      label: t('devices.state'),
      means: 'saleState',
      value: ({ state }) => t(state === 'VOIDED' ? 'sale.voided' : 'sale.made'),
    },
  ];
  return (
    <ExportList
      document={DAY_BOOK}
      variables={{ branch, day }}
      pageOf={({ sales }) => sales}
      columns={columns}
      file={`ventes-${branch}`}
      head={{
        title: t('till.sales'),
        scope: names.of(branch),
        filters: [`${t('ui.table.label', { label: t('export.day') })} ${day}`],
        states: [
          [t('sale.made'), 'SALE_STANDS'],
          [t('sale.voided'), 'SALE_VOIDED'],
        ],
      }}
    />
  );
}
