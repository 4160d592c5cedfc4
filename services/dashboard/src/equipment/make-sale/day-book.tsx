import { PageLink } from '../../app/page-link.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Facts, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';

/** The day's takings and sales of a branch. */
export const TILL = graphql(`
  query Till($branch: String, $day: LocalDate!) {
    dayTakings(branch: $branch, day: $day) {
      sales
      totalCents
      byKind {
        kind
        cents
      }
    }
    sales(branch: $branch, day: $day, first: 50) {
      items {
        id
        receipt
        occurredAt
        totalCents
        state
      }
    }
  }
`);
/** What is in the till today, by kind of payment, and the sales behind it; each one's own page mends it or takes it back. */
export function DayBook({ data }: { readonly data: ResultOf<typeof TILL> }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  return (
    <Stack gap={16}>
      <Sheet title={t('till.day')}>
        <Facts
          facts={[
            ...(data.dayTakings?.byKind ?? []).map(
              (payment) => [label('PaymentKind', payment.kind), format.money(payment.cents)] as const,
            ),
            [t('till.total'), format.money(data.dayTakings?.totalCents ?? 0)],
          ]}
        />
      </Sheet>
      <Sheet title={t('till.sales')}>
        <DataTable
          caption={t('till.sales')}
          rows={data.sales?.items ?? []}
          rowKey={(sale) => sale.id}
          rowState={(sale) => (sale.state === 'VOIDED' ? 'voided' : undefined)}
          empty={<Empty reason="nothing-yet">{t('till.none')}</Empty>}
          columns={[
            {
              id: 'receipt',
              label: t('till.receipt'),
              phone: 'title',
              cell: (sale) => (
                <PageLink href={`/sales/${sale.id}`} className="number">
                  {sale.receipt}
                </PageLink>
              ),
            },
            { id: 'at', label: t('dropIn.at'), cell: (sale) => format.time(sale.occurredAt) },
            {
              id: 'total',
              label: t('till.total'),
              number: true,
              phone: 'main',
              cell: (sale) => format.money(sale.totalCents),
            },
          ]}
        />
      </Sheet>
    </Stack>
  );
}
