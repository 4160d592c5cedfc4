import { lazy, Suspense } from 'react';
import { Block } from '../../app/block.js';
import { useLive } from '../../app/live/live.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { usePages } from '../../app/use-pages.js';
import { useRead } from '../../app/use-read.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Facts, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { ExportSales } from '../export-sales/export-sales.js';

// Below what is sold: its words and forms come after the till itself.
const ShowTill = lazy(async () => ({ default: (await import('../show-till/show-till.js')).ShowTill }));

const ExportAccounts = lazy(async () => ({
  default: (await import('../export-accounts/export-accounts.js')).ExportAccounts,
}));

/** The day's takings of a branch. */
const TAKINGS = graphql(`
  query Till($branch: String, $day: LocalDate!) {
    dayTakings(branch: $branch, day: $day) {
      totalCents
      byKind {
        kind
        cents
      }
    }
  }
`);
/** The sales behind them, newest first. */
const SALES = graphql(`
  query TillSales($branch: String, $day: LocalDate!, $after: String) {
    sales(branch: $branch, day: $day, first: 50, after: $after) {
      endCursor
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
/** Answers that a sale makes old. */
export const TOUCHED_BY_SALES = [
  ['read', 'Till'],
  ['read', 'TillSales'],
] as const;

/** What is in the till today, by kind of payment, and the sales behind it; each one's own page mends it or takes it back. */
export function DayBook({ branch, day }: { readonly branch: string; readonly day: string }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const takings = useRead(TAKINGS, { branch, day });
  const read = usePages(SALES, { branch, day }, ({ sales }) => sales);
  useLive([takings.key, read.key], [branch]);
  return (
    <Stack gap={16}>
      <Suspense fallback={null}>
        <ShowTill branch={branch} day={day} />
      </Suspense>
      <Sheet title={t('till.day')}>
        <Block read={takings} at="dayTakings" doing={t('till.doing')} lines={2}>
          {({ dayTakings }) => (
            <Facts
              facts={[
                ...(dayTakings?.byKind ?? []).map(
                  (payment) => [label('PaymentKind', payment.kind), format.money(payment.cents)] as const,
                ),
                [t('till.total'), format.money(dayTakings?.totalCents ?? 0)],
              ]}
            />
          )}
        </Block>
      </Sheet>
      <Sheet title={t('till.sales')}>
        <Block read={read} at="sales" doing={t('till.doing')}>
          {() => (
            <Stack gap={12}>
              <DataTable
                caption={t('till.sales')}
                rows={read.items}
                onMore={read.more}
                loadingMore={read.loadingMore}
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
              {read.items.length > 0 ? <ExportSales branch={branch} day={day} /> : null}
            </Stack>
          )}
        </Block>
      </Sheet>
      <Sheet>
        <Suspense fallback={null}>
          <ExportAccounts branch={branch} day={day} />
        </Suspense>
      </Sheet>
    </Stack>
  );
}
