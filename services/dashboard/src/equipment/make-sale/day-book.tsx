import { Button } from '@mantine/core';
import { useState } from 'react';
import { allowed } from '../../app/claims.js';
import { PageLink } from '../../app/page-link.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf } from '../../app/use-read.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Facts, Sheet, Stack } from '../../ui/layout.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
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
const VOID = graphql(`
  mutation VoidSale($input: VoidSaleInput!) {
    voidSale(input: $input) {
      id
    }
  }
`);

/** What is in the till today, by kind of payment, and the sales behind it; each can be taken back with a reason. */
export function DayBook({ data }: { readonly data: ResultOf<typeof TILL> }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const corrects = allowed(useIdentity(), 'CorrectSales');
  const undo = useCommand(VOID, { touches: [keyOf(TILL)] });
  const [voiding, setVoiding] = useState<string | null>(null);
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
              cell: (sale) => <PageLink href={`/sales/${sale.id}`}>{sale.receipt}</PageLink>,
            },
            {
              id: 'total',
              label: t('till.total'),
              number: true,
              phone: 'main',
              cell: (sale) => format.money(sale.totalCents),
            },
            {
              id: 'void',
              label: '',
              cell: (sale) =>
                sale.state === 'VOIDED' || !corrects ? null : (
                  <Button size="compact-md" variant="subtle" onClick={() => setVoiding(sale.id)}>
                    {t('till.void')}
                  </Button>
                ),
            },
          ]}
        />
      </Sheet>
      <ReasonDialog
        key={voiding}
        opened={voiding !== null}
        title={t('till.void')}
        consequence={t('till.voidWhat')}
        confirm={t('till.void')}
        refusals={undo.refusals}
        sending={undo.sending}
        onConfirm={(reason, key) =>
          void undo.send({ input: { id: voiding ?? '', reason } }, key).then((done) => done && setVoiding(null))
        }
        onClose={() => setVoiding(null)}
      />
    </Stack>
  );
}
