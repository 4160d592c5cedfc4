import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { allowed } from '../../app/claims.js';
import { PageLink } from '../../app/page-link.js';
import { RecordPage } from '../../app/record-page.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { fullName, PersonName } from '../../app/veil.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Chip, Facts, PageHead, Row, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { ReceiptPaper } from '../../ui/paper.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { CorrectSale } from './correct-sale.js';
import { SALE, type Sale, VOID } from './sale-query.js';

const ActivateSim = lazy(async () => ({ default: (await import('../activate-sim/activate-sim.js')).ActivateSim }));
const RefundSale = lazy(async () => ({ default: (await import('../refund-sale/refund-sale.js')).RefundSale }));
const ShowReturns = lazy(async () => ({ default: (await import('../refund-sale/show-returns.js')).ShowReturns }));
const ShowReceipt = lazy(async () => ({ default: (await import('../show-receipt/show-receipt.js')).ShowReceipt }));

/** One sale: what was sold and how it was paid; it can be mended or taken back, with a reason that stays beside it. */
export function Page() {
  const t = useWords();
  const { id = '' } = useParams({ strict: false });
  const read = useRead(SALE, { id });
  return (
    <RecordPage
      read={read}
      at="sale"
      title={t('page.sale')}
      doing={t('sale.doing')}
      unknown={t('sale.unknown')}
      record={({ sale }) => sale}
    >
      {(sale) => <SaleView sale={sale} />}
    </RecordPage>
  );
}

function SaleView({ sale }: { readonly sale: Sale }) {
  const t = useWords();
  const format = useFormat();
  const identity = useIdentity();
  const sells = allowed(identity, 'Sell');
  const corrects = allowed(identity, 'CorrectSales') && sale.state !== 'VOIDED';
  const touches = [keyOf(SALE), ['read', 'Till'], ['read', 'TillSales'], ['read', 'Person']];
  const undo = useCommand(VOID, { touches });
  const [voiding, setVoiding] = useState(false);
  return (
    <Stack gap={24}>
      <PageHead
        title={<code>{sale.receipt}</code>}
        context={
          <>
            {format.moment(sale.occurredAt)} · {sale.branch.city}{' '}
            {sale.state === 'VOIDED' ? <Chip tone="wrong">{t('sale.voided')}</Chip> : null}
          </>
        }
        aside={
          corrects && sale.returns.length === 0 ? (
            <Button variant="default" onClick={() => setVoiding(true)}>
              {t('till.void')}
            </Button>
          ) : undefined
        }
        action={
          <Row gap={16}>
            <Suspense fallback={null}>
              <ShowReceipt saleId={sale.id} />
            </Suspense>
            <Button onClick={() => window.print()}>{t('till.print')}</Button>
          </Row>
        }
      />
      <Receipt sale={sale} />
      <TwoBanks
        is={
          <>
            <Lines sale={sale} />
            <Suspense fallback={null}>
              <ShowReturns returns={sale.returns} />
            </Suspense>
            <Corrections sale={sale} />
          </>
        }
        todo={
          <>
            <Paid sale={sale} />
            <Suspense fallback={null}>
              <ActivateSim key={`sim ${sale.simActivations.length}`} sale={sale} sells={sells} />
              {corrects ? <RefundSale key={`refund ${sale.version}`} sale={sale} /> : null}
            </Suspense>
            {corrects ? <CorrectSale key={sale.version} sale={sale} touches={touches} /> : null}
          </>
        }
      />
      <ReasonDialog
        opened={voiding}
        title={t('till.void')}
        consequence={t('till.voidWhat')}
        confirm={t('till.void')}
        refusals={undo.refusals}
        sending={undo.sending}
        onConfirm={(reason, key) =>
          void undo
            .send({ input: { id: sale.id, reason, expectedVersion: sale.version } }, key)
            .then((done) => done && setVoiding(false))
        }
        onClose={() => {
          undo.forget();
          setVoiding(false);
        }}
      />
    </Stack>
  );
}

function Lines({ sale }: { readonly sale: Sale }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  return (
    <Sheet title={t('sale.lines')}>
      <DataTable
        caption={t('sale.lines')}
        rows={sale.lines}
        rowKey={(line) => line.label}
        rowState={() => (sale.state === 'VOIDED' ? 'voided' : undefined)}
        columns={[
          {
            id: 'what',
            label: t('till.what'),
            phone: 'title',
            cell: (line) =>
              line.kind === 'DEVICE' ? (
                <>
                  <PageLink href={`/devices/${line.label}`}>{line.label}</PageLink>{' '}
                  {t('till.device', { type: label('EquipmentType', line.type ?? ''), grade: line.grade ?? '–' })}
                </>
              ) : (
                line.label
              ),
          },
          { id: 'quantity', label: t('till.quantity'), number: true, cell: (line) => format.number(line.quantity) },
          {
            id: 'tariff',
            label: t('sale.tariffFrom'),
            cell: (line) => (line.tariffFrom ? format.day(`${line.tariffFrom}T12:00:00Z`, 'short') : '–'),
          },
          {
            id: 'cents',
            label: t('tariff.price'),
            number: true,
            phone: 'main',
            cell: (line) => format.money(line.cents),
          },
        ]}
      />
    </Sheet>
  );
}

function Paid({ sale }: { readonly sale: Sale }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const { beneficiary } = sale;
  const buyer = beneficiary ? (
    <PageLink href={`/people/${beneficiary.id}`}>
      <PersonName name={fullName(beneficiary) || t('people.unnamed')} />
    </PageLink>
  ) : (
    t('till.anonymous')
  );
  return (
    <Sheet title={t('till.payment')}>
      <Facts
        facts={[
          ...sale.payments.map(({ kind, cents }) => [label('PaymentKind', kind), format.money(cents)] as const),
          [t('till.total'), format.money(sale.totalCents)],
          [t('till.buyer'), buyer],
        ]}
      />
    </Sheet>
  );
}

function Corrections({ sale }: { readonly sale: Sale }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  if (sale.corrections.length === 0) return null;
  return (
    <Sheet title={t('sale.corrections')}>
      <ol>
        {sale.corrections.map(({ what, reason, at }) => (
          <li key={at}>
            <span className="soft small">{format.moment(at)}</span>{' '}
            {what
              .split(', ')
              .map((part) => label('SaleCorrection', part))
              .join(', ')}{' '}
            · {reason}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

function Receipt({ sale }: { readonly sale: Sale }) {
  const t = useWords();
  const format = useFormat();
  return (
    <ReceiptPaper
      size="receipt-80mm"
      head={['Passerelle', sale.branch.city ?? '']}
      number={sale.receipt}
      lines={sale.lines.map((line) => ({
        label: line.quantity > 1 ? `${line.quantity} × ${line.label}` : line.label,
        amount: format.money(line.cents),
      }))}
      total={{ label: t('till.total'), amount: format.money(sale.totalCents) }}
      foot={[format.moment(sale.occurredAt)]}
    />
  );
}
